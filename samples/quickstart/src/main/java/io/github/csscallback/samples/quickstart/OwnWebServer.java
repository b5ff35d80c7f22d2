package io.github.csscallback.samples.quickstart;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.github.csscallback.core.event.MonitorEvent;
import io.github.csscallback.receiver.CallbackReceiver;
import io.github.csscallback.receiver.CallbackRequest;
import io.github.csscallback.receiver.CallbackResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The receiver behind a web server of one's own, here the JDK's. */
final class OwnWebServer implements HttpHandler {

    private static final Logger log = LoggerFactory.getLogger(OwnWebServer.class);

    private final CallbackReceiver receiver;

    OwnWebServer(CallbackReceiver.Builder builder) {
        builder.onUnsigned(
                MonitorEvent.class, d -> log.info("unproved: {}", d.event().eventName()));
        this.receiver = builder.build();
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        CallbackResponse response = receiver.receive(CallbackRequest.builder()
                .method(exchange.getRequestMethod())
                .target(exchange.getRequestURI().toString())
                .headers(exchange.getRequestHeaders()::getFirst)
                .body(exchange.getRequestBody().readNBytes(receiver.maxBodyBytes() + 1))
                .build());

        response.headers().forEach(exchange.getResponseHeaders()::set);
        byte[] body = response.body();
        exchange.sendResponseHeaders(response.status(), body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
