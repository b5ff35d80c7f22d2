/** Converters from command-line arguments to typed values. */
@NullMarked
package io.github.csscallback.cli.convert;

import org.jspecify.annotations.NullMarked;
