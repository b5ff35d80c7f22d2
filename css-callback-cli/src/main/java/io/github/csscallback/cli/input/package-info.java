/** Input that several commands share: files and callback keys. */
@NullMarked
package io.github.csscallback.cli.input;

import org.jspecify.annotations.NullMarked;
