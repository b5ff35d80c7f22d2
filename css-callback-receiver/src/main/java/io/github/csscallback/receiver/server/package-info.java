/** A small HTTP server for a {@link io.github.csscallback.receiver.CallbackReceiver}, for services without one of their own. */
@org.jspecify.annotations.NullMarked
package io.github.csscallback.receiver.server;
