/** {@code css-callback receive}: runs the receiver and prints events. */
@NullMarked
package io.github.csscallback.cli.receive;

import org.jspecify.annotations.NullMarked;
