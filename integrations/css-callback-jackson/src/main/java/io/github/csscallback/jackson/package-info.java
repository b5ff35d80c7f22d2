/** Callback events in Jackson 2: {@link io.github.csscallback.jackson.CssCallbackModule}. */
@org.jspecify.annotations.NullMarked
package io.github.csscallback.jackson;
