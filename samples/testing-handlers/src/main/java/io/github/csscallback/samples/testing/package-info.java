/** Handlers of a small application, to show how they are tested. */
@NullMarked
package io.github.csscallback.samples.testing;

import org.jspecify.annotations.NullMarked;
