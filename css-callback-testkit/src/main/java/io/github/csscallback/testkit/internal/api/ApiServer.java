package io.github.csscallback.testkit.internal.api;

import io.github.csscallback.receiver.internal.httpserver.BoundedExchange;
import io.github.csscallback.receiver.internal.httpserver.BoundedHttpServer;
import io.github.csscallback.receiver.internal.httpserver.HttpServerSettings;
import io.github.csscallback.receiver.internal.httpserver.RequestBody;
import io.github.csscallback.testkit.internal.account.Account;
import io.github.csscallback.testkit.internal.api.message.ApiRequest;
import io.github.csscallback.testkit.internal.api.message.ApiResponse;
import io.github.csscallback.testkit.internal.api.record.RecordSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The management API on 127.0.0.1. Safe for use by several threads. {@link #close()} leaves no thread behind. */
public final class ApiServer implements AutoCloseable {

    private static final int MAX_THREADS = 256;
    private static final Duration EXCHANGE_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(1);
    private static final Map<String, String> HEADERS = Map.of("Content-Type", "application/json");

    private final Logger log = LoggerFactory.getLogger(ApiServer.class);
    private final RequestPipeline pipeline;
    private final BoundedHttpServer server;

    private ApiServer(ApiSettings settings, Account account, RecordSource records, Duration exchangeTimeout)
            throws IOException {
        this.pipeline = new RequestPipeline(settings, account, records);
        this.server = BoundedHttpServer.bind(
                new HttpServerSettings(
                        new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), settings.port()),
                        "css-simulator-api",
                        MAX_THREADS,
                        exchangeTimeout,
                        exchangeTimeout,
                        CLOSE_TIMEOUT,
                        ApiRequest.MAX_BODY,
                        Integer.MAX_VALUE),
                this::handle);
        server.start(cause -> log.error("the simulated API no longer accepts connections", cause));
    }

    /**
     * Starts the server.
     *
     * @throws UncheckedIOException if the port cannot be listened on
     */
    public static ApiServer start(ApiSettings settings, Account account, RecordSource records) {
        return start(settings, account, records, EXCHANGE_TIMEOUT);
    }

    static ApiServer start(ApiSettings settings, Account account, RecordSource records, Duration exchangeTimeout) {
        try {
            return new ApiServer(settings, account, records, exchangeTimeout);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "the simulated API cannot listen on 127.0.0.1 port " + settings.port() + ": " + e.getMessage(), e);
        }
    }

    private void handle(BoundedExchange exchange) throws IOException {
        if (server.isClosing()) {
            throw new IOException("the simulated API is closing");
        }
        RequestBody body = exchange.readBody();
        ApiResponse response = pipeline.respond(
                new ApiRequest(exchange.method(), exchange.uri(), exchange.headers(), body.bytes()),
                body.state() != RequestBody.State.COMPLETE);
        exchange.respond(response.status(), HEADERS, response.body());
    }

    /** Returns the address, for example {@code http://127.0.0.1:8080/}. */
    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.address().getPort() + "/");
    }

    /** Stops the server; requests in progress get a second to complete. Has no effect the second time. */
    @Override
    public void close() {
        if (!server.closeInTime()) {
            log.debug("requests that were not received whole are cut off");
        }
    }
}
