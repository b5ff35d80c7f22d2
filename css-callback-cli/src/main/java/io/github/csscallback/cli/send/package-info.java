/** {@code css-callback send}: signs packets and posts them. */
@NullMarked
package io.github.csscallback.cli.send;

import org.jspecify.annotations.NullMarked;
