package io.github.csscallback.receiver.server;

import io.github.csscallback.receiver.CallbackListener;
import io.github.csscallback.receiver.CallbackReceiver;
import io.github.csscallback.receiver.CallbackRequest;
import io.github.csscallback.receiver.CallbackResponse;
import io.github.csscallback.receiver.Outcome;
import io.github.csscallback.receiver.internal.httpserver.BoundedExchange;
import io.github.csscallback.receiver.internal.httpserver.BoundedHttpServer;
import io.github.csscallback.receiver.internal.httpserver.HttpServerSettings;
import io.github.csscallback.receiver.internal.httpserver.RequestBody;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A small HTTP server for a {@link CallbackReceiver}, on the JDK's {@code com.sun.net.httpserver}: one address, one path. For
 * a service without a web server of its own. Put TLS in front of it; CSS accepts https addresses.
 *
 * <p>Handlers run on the server's threads, or on the receiver's executor if it has one. How many run at once and when CSS
 * gets 503 instead is set on the receiver ({@code maxInFlight}, {@code deadline}). A peer that is slow to send its headers or
 * its body, or to read its response, is disconnected.
 *
 * <p><strong>Limitations.</strong> Without the system property {@code sun.net.httpserver.nodelay=true} a response on a kept
 * connection takes 40 ms instead of less than one. The number of connections is bounded by {@code
 * jdk.httpserver.maxConnections} alone, for the whole JVM. Set both on the command line: a library does not set properties of
 * your JVM. A target that begins with two slashes gets the JDK's own 404, which no listener sees.
 *
 * <p>Safe for use by several threads. {@link #close()} leaves no thread behind.
 */
public final class CallbackServer implements AutoCloseable {

    /** Threads beyond those of handlers, which read requests or write responses. */
    private static final int IO_THREADS = 512;

    private static final int MAX_HANDLER_THREADS = 10_000;

    private final Logger log = LoggerFactory.getLogger(CallbackServer.class);
    private final CallbackReceiver receiver;
    private final String path;
    private final Duration headersTimeout;
    private final Duration exchangeTimeout;
    private final Duration closeTimeout;
    private final int maxBufferedBytes;
    private final BoundedHttpServer server;

    private CallbackServer(Builder builder) throws IOException {
        this.receiver = builder.receiver;
        this.path = builder.path;
        this.headersTimeout = shorter(builder.headersTimeout, builder.exchangeTimeout);
        this.exchangeTimeout = builder.exchangeTimeout;
        this.closeTimeout = builder.closeTimeout;
        this.maxBufferedBytes = builder.maxBufferedBytes;
        this.server = BoundedHttpServer.bind(
                new HttpServerSettings(
                        new InetSocketAddress(builder.address, builder.port),
                        "css-callback",
                        Math.min(receiver.maxInFlight(), MAX_HANDLER_THREADS) + IO_THREADS,
                        headersTimeout,
                        exchangeTimeout,
                        closeTimeout,
                        receiver.maxBodyBytes(),
                        maxBufferedBytes),
                this::handle);
        server.start(this::stoppedServing);
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    /** Returns a builder: any free port on 127.0.0.1, path {@code /css}. */
    public static Builder builder(CallbackReceiver receiver) {
        return new Builder(receiver);
    }

    /** Returns the address that it listens on, for example {@code http://127.0.0.1:8080/css}. */
    public URI uri() {
        String host = server.address().getAddress().getHostAddress();
        return URI.create("http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port() + path);
    }

    /** Returns the port that it listens on, also when any free one was asked for. */
    public int port() {
        return server.address().getPort();
    }

    /**
     * Returns whether it accepts connections. If not, and it was not closed, it never will again, for example because the
     * JVM ran out of memory: {@link CallbackListener#serverFailed} is called then, and the process is best restarted.
     */
    public boolean isServing() {
        return server.isServing();
    }

    /** Returns the receiver that handles the requests. */
    public CallbackReceiver receiver() {
        return receiver;
    }

    /** Returns the one path that is served. */
    public String path() {
        return path;
    }

    /** Returns the timeout for reading the headers of a request. */
    public Duration headersTimeout() {
        return headersTimeout;
    }

    /** Returns the timeout for reading the body and for writing the response, each. */
    public Duration exchangeTimeout() {
        return exchangeTimeout;
    }

    /** Returns how long {@link #close()} lets running handlers finish. */
    public Duration closeTimeout() {
        return closeTimeout;
    }

    /** Returns how much memory the bodies of all requests together may take. */
    public int maxBufferedBytes() {
        return maxBufferedBytes;
    }

    /** Shows address and configuration; the receiver's keys are not among it. */
    @Override
    public String toString() {
        return "CallbackServer[" + uri()
                + ", headersTimeout=" + headersTimeout
                + ", exchangeTimeout=" + exchangeTimeout
                + ", closeTimeout=" + closeTimeout
                + ", maxBufferedBytes=" + maxBufferedBytes
                + ", receiver=" + receiver + "]";
    }

    private void stoppedServing(@Nullable Throwable cause) {
        log.error("{} no longer accepts connections: restart the process", uri(), cause);
        CallbackListener listener = receiver.listener();
        if (listener != null) {
            try {
                listener.serverFailed(uri(), cause);
            } catch (Throwable e) { // the user's code
                log.warn("the callback listener threw", e);
            }
        }
    }

    /** The JDK's server passes on every path, so the path is compared here. */
    private void handle(BoundedExchange exchange) throws IOException {
        URI uri = exchange.uri();
        if (!path.equals(uri.getRawPath())) {
            reject(
                    exchange,
                    Outcome.Kind.WRONG_PATH,
                    "the path is not " + path + ", as this server expects: check the address in the callback template",
                    0);
        } else if (server.isClosing()) {
            reject(exchange, Outcome.Kind.OVERLOADED, "the server is closing; CSS tries again", 0);
        } else {
            RequestBody body = exchange.readBody();
            switch (body.state()) {
                case COMPLETE -> receive(exchange, uri, body.bytes());
                case TOO_LARGE ->
                    reject(
                            exchange,
                            Outcome.Kind.TOO_LARGE,
                            "the body is larger than " + receiver.maxBodyBytes() + " bytes",
                            body.bytesRead());
                case OVER_BUDGET ->
                    reject(
                            exchange,
                            Outcome.Kind.OVERLOADED,
                            "the bodies of all requests together are larger than maxBufferedBytes; CSS tries again",
                            body.bytesRead());
            }
        }
    }

    private void reject(BoundedExchange exchange, Outcome.Kind kind, String explanation, int size) {
        respond(exchange, receiver.reject(kind, explanation, size, exchange.remoteAddress()));
    }

    private void receive(BoundedExchange exchange, URI uri, byte[] body) {
        CallbackRequest request = CallbackRequest.builder()
                .method(exchange.method())
                .target(uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery())
                .headers(exchange::header)
                .remoteAddress(exchange.remoteAddress())
                .body(body)
                .build();
        receiver.receive(request, response -> respond(exchange, response));
    }

    private static void respond(BoundedExchange exchange, CallbackResponse response) {
        exchange.respond(response.status(), response.headers(), response.body());
    }

    /**
     * Stops: from now on requests get 503, running handlers get the close timeout to finish, those that do not are
     * interrupted, and no thread is left unless a handler ignores that. Does nothing the second time. Not to be called by a
     * handler or a listener: it would wait for itself.
     */
    @Override
    public void close() {
        if (!server.closeInTime()) {
            log.warn(
                    "handlers still ran {} after close and were interrupted; CSS sends their events again",
                    closeTimeout);
        }
    }

    /** Sets up a {@link CallbackServer}. Not safe for use by several threads. */
    public static final class Builder {

        private static final int MAX_BUFFERED_BYTES = Integer.MAX_VALUE;

        private final CallbackReceiver receiver;
        private InetAddress address = InetAddress.getLoopbackAddress();
        private int port;
        private String path = "/css";
        private Duration headersTimeout = Duration.ofSeconds(5);
        private Duration exchangeTimeout = Duration.ofSeconds(10);
        private Duration closeTimeout = Duration.ofSeconds(20);
        private int maxBufferedBytes;

        private Builder(CallbackReceiver receiver) {
            this.receiver = Objects.requireNonNull(receiver, "receiver");
            long share = Math.max(Runtime.getRuntime().maxMemory() / 16, 2L * receiver.maxBodyBytes());
            this.maxBufferedBytes = (int) Math.min(share, MAX_BUFFERED_BYTES);
        }

        /**
         * Sets the port; default any free one.
         *
         * @param port from 1 to 65535, or 0 for any free one
         */
        public Builder port(int port) {
            if (port < 0 || port > 65_535) {
                throw new IllegalArgumentException("the port must be from 0 to 65535, not " + port);
            }
            this.port = port;
            return this;
        }

        /**
         * Sets the address to listen on; default 127.0.0.1, which no other machine reaches.
         *
         * @param address an address of this machine, or {@code 0.0.0.0} for all
         */
        public Builder bind(InetAddress address) {
            this.address = Objects.requireNonNull(address, "address");
            return this;
        }

        /**
         * Sets the one path that is served, compared exactly; default {@code /css}. Requests to any other get 404 and are
         * reported as {@link Outcome.Kind#WRONG_PATH}. A path that nobody can guess keeps strangers out even where the
         * signature does not help.
         *
         * <p>One form never gets this far: the JDK's server takes a target that begins with two slashes for the name of a
         * host and responds 404 by itself, with the text "No context found for request". It is neither reported nor logged,
         * so look at the address in the callback template if no event comes.
         *
         * @param path begins with a slash, without a query
         */
        public Builder path(String path) {
            if (!path.startsWith("/") || !isRawPath(path)) {
                throw new IllegalArgumentException("the path must begin with /, have no query and be written as in a"
                        + " request line: blanks and other such characters as %20");
            }
            this.path = path;
            return this;
        }

        private static boolean isRawPath(String path) {
            try {
                return path.equals(new URI("http://localhost" + path).getRawPath());
            } catch (URISyntaxException e) {
                return false;
            }
        }

        /**
         * Sets the timeout for reading the headers of a request; default 5 seconds. It is never longer than the exchange
         * timeout.
         *
         * @param headersTimeout positive, at most a day
         */
        public Builder headersTimeout(Duration headersTimeout) {
            this.headersTimeout = positive("headersTimeout", headersTimeout);
            return this;
        }

        /**
         * Sets the timeout for reading the body and for writing the response, each; default 10 seconds.
         *
         * @param exchangeTimeout positive, at most a day
         */
        public Builder exchangeTimeout(Duration exchangeTimeout) {
            this.exchangeTimeout = positive("exchangeTimeout", exchangeTimeout);
            return this;
        }

        private static Duration positive(String name, Duration value) {
            if (value.isNegative() || value.isZero() || value.compareTo(Duration.ofDays(1)) > 0) {
                throw new IllegalArgumentException(name + " must be positive and at most a day, not " + value);
            }
            return value;
        }

        /**
         * Sets how much memory the bodies of all requests together may take until they have a response, apart from the first
         * 8 KiB of each; default a sixteenth of the heap, at least twice {@code maxBodyBytes}. Requests beyond it get 503.
         * The default keeps strangers who send many large bodies at once from exhausting the heap.
         *
         * @param maxBufferedBytes at least the receiver's {@code maxBodyBytes}
         */
        public Builder maxBufferedBytes(int maxBufferedBytes) {
            this.maxBufferedBytes = maxBufferedBytes;
            return this;
        }

        /**
         * Sets how long {@link CallbackServer#close()} lets running handlers finish; default 20 seconds.
         *
         * @param closeTimeout not negative
         */
        public Builder closeTimeout(Duration closeTimeout) {
            if (closeTimeout.isNegative()) {
                throw new IllegalArgumentException("closeTimeout must not be negative: " + closeTimeout);
            }
            this.closeTimeout = closeTimeout;
            return this;
        }

        /**
         * Binds the address and starts the server.
         *
         * @throws IllegalStateException if {@code maxBufferedBytes} is smaller than the receiver's {@code maxBodyBytes}
         * @throws UncheckedIOException if the address cannot be bound, for example because the port is in use
         */
        public CallbackServer start() {
            if (maxBufferedBytes < receiver.maxBodyBytes()) {
                throw new IllegalStateException("maxBufferedBytes, " + maxBufferedBytes
                        + ", is smaller than the receiver's maxBodyBytes, " + receiver.maxBodyBytes()
                        + ": the largest bodies would never be accepted");
            }
            try {
                return new CallbackServer(this);
            } catch (IOException e) {
                throw new UncheckedIOException(
                        "cannot listen on " + address.getHostAddress() + " port " + port + ": " + e.getMessage(), e);
            }
        }
    }
}
