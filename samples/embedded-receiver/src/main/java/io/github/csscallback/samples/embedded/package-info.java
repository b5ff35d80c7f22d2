/** The receiver inside an HTTP server of the user's own. */
@NullMarked
package io.github.csscallback.samples.embedded;

import org.jspecify.annotations.NullMarked;
