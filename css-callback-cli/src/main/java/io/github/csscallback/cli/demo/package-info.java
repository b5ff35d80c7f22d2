/** {@code css-callback demo}: the whole loop on this machine. */
@NullMarked
package io.github.csscallback.cli.demo;

import org.jspecify.annotations.NullMarked;
