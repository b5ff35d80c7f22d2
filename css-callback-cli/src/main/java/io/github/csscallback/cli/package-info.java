/** The command line, {@code css-callback}: one class for each command, built on the public API of the artefacts alone. */
@NullMarked
package io.github.csscallback.cli;

import org.jspecify.annotations.NullMarked;
