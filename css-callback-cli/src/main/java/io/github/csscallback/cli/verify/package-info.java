/** {@code css-callback verify}: checks the signature of one packet. */
@NullMarked
package io.github.csscallback.cli.verify;

import org.jspecify.annotations.NullMarked;
