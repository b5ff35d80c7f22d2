/** Callback events in Jackson 3: {@link io.github.csscallback.jackson3.CssCallbackModule}. */
@org.jspecify.annotations.NullMarked
package io.github.csscallback.jackson3;
