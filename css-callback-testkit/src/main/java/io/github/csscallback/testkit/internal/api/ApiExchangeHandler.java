package io.github.csscallback.testkit.internal.api;

import com.sun.net.httpserver.HttpExchange;
import io.github.csscallback.testkit.internal.api.message.ApiRequest;
import io.github.csscallback.testkit.internal.api.message.ApiResponse;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** The adapter between the JDK's server and the API: one exchange in, one answer out. */
final class ApiExchangeHandler {

    private static final int MOST_OPEN = 1 << 20;
    /** How much of a body that is too large is taken off the wire, so that its sender comes to see the answer. */
    private static final int MOST_SKIPPED = 32 * 1024 * 1024;

    private final RequestPipeline front;
    private final ScheduledExecutorService watch;
    private final Duration timeout;
    /** Counts the exchanges until their answer is out, so that closing cuts none off. */
    private final Semaphore open = new Semaphore(MOST_OPEN);

    private volatile boolean closing;

    ApiExchangeHandler(RequestPipeline front, ScheduledExecutorService watch, Duration timeout) {
        this.front = front;
        this.watch = watch;
        this.timeout = timeout;
    }

    /** Takes no more exchanges and waits for those that run; false if some go on. */
    boolean closeWithin(Duration limit) {
        closing = true;
        try {
            return open.tryAcquire(MOST_OPEN, limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /**
     * Answers.
     *
     * @throws IOException to have the server cut the connection
     */
    void handle(HttpExchange exchange) throws IOException {
        if (!open.tryAcquire()) {
            throw new IOException("closed");
        }
        try {
            if (closing) {
                throw new IOException("closing");
            }
            handleOpen(exchange);
        } finally {
            open.release();
        }
    }

    private void handleOpen(HttpExchange exchange) throws IOException {
        Future<?> cut = watch.schedule(exchange::close, timeout.toNanos(), TimeUnit.NANOSECONDS);
        try {
            byte[] body = exchange.getRequestBody().readNBytes(ApiRequest.MAX_BODY + 1);
            boolean whole = body.length <= ApiRequest.MAX_BODY || isWholeAfterSkipping(exchange.getRequestBody());
            ApiResponse answer = front.answer(new ApiRequest(
                    exchange.getRequestMethod(), exchange.getRequestURI(), exchange.getRequestHeaders(), body));
            send(exchange, answer, whole);
        } finally {
            cut.cancel(false);
        }
    }

    private static boolean isWholeAfterSkipping(InputStream in) throws IOException {
        byte[] chunk = new byte[64 * 1024];
        int skipped = 0;
        int read = 0;
        while (skipped < MOST_SKIPPED && (read = in.read(chunk)) >= 0) {
            skipped += read;
        }
        return read < 0;
    }

    private static void send(HttpExchange exchange, ApiResponse answer, boolean whole) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        if (!whole) {
            exchange.getResponseHeaders().set("Connection", "close");
        }
        if (exchange.getRequestMethod().equals("HEAD")) {
            // The JDK's server warns of every answer to HEAD that announces a length.
            exchange.sendResponseHeaders(answer.status(), -1);
            exchange.close();
            return;
        }
        exchange.sendResponseHeaders(answer.status(), answer.body().length);
        exchange.getResponseBody().write(answer.body());
        if (!whole) {
            exchange.getResponseBody().flush();
            // Closing the exchange would wait for the rest of the request, as long as its sender likes.
            throw new IOException("the body was not read to its end, so its connection is cut");
        }
        exchange.close();
    }
}
