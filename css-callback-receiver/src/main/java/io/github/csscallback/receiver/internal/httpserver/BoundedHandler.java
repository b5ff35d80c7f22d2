package io.github.csscallback.receiver.internal.httpserver;

import java.io.IOException;

/** Handles the requests of a {@link BoundedHttpServer}, on many threads at once. */
@FunctionalInterface
public interface BoundedHandler {

    /**
     * Handles a request. The response can also be sent later, by {@link BoundedExchange}.
     *
     * @throws IOException to close the connection
     */
    void handle(BoundedExchange exchange) throws IOException;
}
