package io.github.csscallback.samples.embedded;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.github.csscallback.receiver.CallbackReceiver;
import io.github.csscallback.receiver.CallbackRequest;
import io.github.csscallback.receiver.CallbackResponse;
import java.io.IOException;

/** The adapter between a web server and the receiver: the request in, the response out. It is much the same for any server. */
final class CallbackEndpoint implements HttpHandler {

    private final CallbackReceiver receiver;

    CallbackEndpoint(CallbackReceiver receiver) {
        this.receiver = receiver;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            CallbackRequest request = CallbackRequest.builder()
                    .method(exchange.getRequestMethod())
                    .target(exchange.getRequestURI().toString())
                    .headers(exchange.getRequestHeaders()::getFirst)
                    .remoteAddress(exchange.getRemoteAddress().getAddress().getHostAddress())
                    // The bytes as they came, no String in between; one more than is taken shows that it is too large.
                    .body(exchange.getRequestBody().readNBytes(receiver.maxBodyBytes() + 1))
                    .build();

            CallbackResponse response = receiver.receive(request);

            response.headers().forEach(exchange.getResponseHeaders()::set);
            byte[] body = response.body();
            exchange.sendResponseHeaders(response.status(), body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
