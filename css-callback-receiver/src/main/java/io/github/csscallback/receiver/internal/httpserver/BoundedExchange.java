package io.github.csscallback.receiver.internal.httpserver;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One request and its response. The request is read on the thread that handles it. */
public final class BoundedExchange {

    private final Logger log = LoggerFactory.getLogger(BoundedHttpServer.class);
    private final HttpExchange exchange;
    private final BoundedHttpServer server;
    private final BodyReader body;
    private final Thread handlingThread = Thread.currentThread();
    private final AtomicBoolean responded = new AtomicBoolean();
    /** Written and read by the handling thread. */
    private boolean broken;

    BoundedExchange(HttpExchange exchange, BoundedHttpServer server, BodyReader body) {
        this.exchange = exchange;
        this.server = server;
        this.body = body;
    }

    /** Returns the method, as sent. */
    public String method() {
        return exchange.getRequestMethod();
    }

    /** Returns the target, as sent. */
    public URI uri() {
        return exchange.getRequestURI();
    }

    /** Returns the first value of a header, or null. */
    public @Nullable String header(String name) {
        return exchange.getRequestHeaders().getFirst(name);
    }

    /** Returns all headers, by a name whose case does not matter. */
    public Map<String, List<String>> headers() {
        return exchange.getRequestHeaders();
    }

    /** Returns the peer's address, without the port. */
    public String remoteAddress() {
        return exchange.getRemoteAddress().getAddress().getHostAddress();
    }

    /**
     * Reads the body, on the handling thread.
     *
     * @throws IOException if it is not received in time or breaks off; to be passed on
     */
    public RequestBody readBody() throws IOException {
        server.startStep();
        try {
            return body.read();
        } finally {
            if (!server.endStep()) {
                log.debug("a request body was not received within the exchange timeout");
            }
        }
    }

    /**
     * Sends the response. The handling thread does so itself; for any other thread one of the server's does, so that it
     * never waits for the peer. A body that was not read to its end costs the connection.
     *
     * @param bytes not empty
     * @throws IllegalStateException if there is a response
     */
    public void respond(int status, Map<String, String> headers, byte[] bytes) {
        if (!responded.compareAndSet(false, true)) {
            throw new IllegalStateException("the request has a response");
        }
        body.release(); // before the peer has the response, so that its next body fits
        if (Thread.currentThread() == handlingThread) {
            broken = !send(status, headers, bytes) || !body.isExhausted();
            server.exchangeEnded();
            return;
        }
        try {
            server.execute(() -> sendLate(status, headers, bytes));
        } catch (RejectedExecutionException e) {
            exchange.close();
            server.exchangeEnded();
        }
    }

    private void sendLate(int status, Map<String, String> headers, byte[] bytes) {
        try {
            if (!send(status, headers, bytes)) {
                exchange.close();
            }
        } finally {
            server.exchangeEnded();
        }
    }

    private boolean send(int status, Map<String, String> headers, byte[] bytes) {
        Thread.interrupted(); // left behind by a handler; an interrupted thread cannot write
        server.startStep();
        try {
            write(status, headers, bytes);
            return true;
        } catch (IOException e) {
            log.debug("the connection ended before the response was sent");
            return false;
        } finally {
            if (!server.endStep()) {
                log.debug("a response was not read within the exchange timeout");
            }
        }
    }

    private void write(int status, Map<String, String> headers, byte[] bytes) throws IOException {
        headers.forEach(exchange.getResponseHeaders()::set);
        boolean head = method().equals("HEAD");
        if (body.isExhausted() && head) {
            // The JDK's server logs a warning for every response to HEAD that announces a length.
            exchange.sendResponseHeaders(status, -1);
        } else if (body.isExhausted()) {
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        } else if (!head) {
            // Closing the exchange would wait for the rest of the request, as would headers without a body.
            exchange.getResponseHeaders().set("Connection", "close");
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.getResponseBody().flush();
        }
    }

    /** Whether the connection cannot serve another request. */
    boolean isBroken() {
        return broken;
    }

    /** Ends an exchange that will have no response. */
    void abandon() {
        if (responded.compareAndSet(false, true)) {
            body.release();
            server.exchangeEnded();
        }
    }
}
