package io.github.csscallback.receiver;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A small HTTP server around a {@link CallbackReceiver}, on the JDK's own {@code com.sun.net.httpserver}: one address, one
 * path. For a service without a web server of its own; put TLS in front of it (CSS takes https addresses).
 *
 * <p>Handlers run on the server's threads, at most {@code maxConcurrent} at a time; beyond that CSS is told to try again.
 * A handler that is late goes on while CSS is told to try again. A peer that is slow to send its headers or its body, or to
 * take its answer, is cut off.
 *
 * <p><strong>What it cannot do.</strong> With the system property {@code sun.net.httpserver.nodelay=true} an answer on a
 * kept connection comes in under a millisecond instead of 40. Set it on the command line: a library does not set properties
 * of your JVM.
 *
 * <p>Safe for use by several threads. {@link #close()} leaves no thread behind.
 */
public final class CallbackServer implements AutoCloseable {

    /** Threads beyond the handlers', to read bodies and to refuse. */
    private static final int SPARE_THREADS = 8;
    /** Connections that the operating system holds until they are accepted. */
    private static final int BACKLOG = 128;

    private final Logger log = LoggerFactory.getLogger(CallbackServer.class);
    private final HttpServer server;
    private final ServerThreads threads;
    private final ExchangeHandler exchanges;
    private final ExchangeWatch watch;
    private final String path;
    private final Duration closeTimeout;
    private final AtomicBoolean closed = new AtomicBoolean();

    private CallbackServer(Builder settings) throws IOException {
        this.path = settings.path;
        this.closeTimeout = settings.closeTimeout;
        this.watch = new ExchangeWatch();
        this.threads = new ServerThreads(settings.maxConcurrent + SPARE_THREADS);
        this.exchanges = new ExchangeHandler(
                settings.receiver,
                settings.path,
                settings.maxConcurrent,
                settings.exchangeTimeout,
                watch,
                threads);
        this.server = HttpServer.create(new InetSocketAddress(settings.address, settings.port), BACKLOG);
        server.setExecutor(request -> threads.execute(() -> exchanges.run(request)));
        server.createContext("/", exchanges::handle);
        watch.start();
        server.start();
    }

    /**
     * Begins a server around a receiver.
     *
     * @param receiver what takes the requests
     * @return a builder: any free port on 127.0.0.1, path {@code /css}
     */
    public static Builder builder(CallbackReceiver receiver) {
        return new Builder(receiver);
    }

    /**
     * Where it listens.
     *
     * @return for example {@code http://127.0.0.1:8080/css}
     */
    public URI uri() {
        InetAddress address = server.getAddress().getAddress();
        String host = address.getHostAddress();
        return URI.create("http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port() + path);
    }

    /**
     * The port it listens on.
     *
     * @return the port, also when a free one was asked for
     */
    public int port() {
        return server.getAddress().getPort();
    }

    /**
     * Stops: from now on requests are answered 503, running handlers get the close time-out to finish, those that do not
     * are interrupted, and no thread is left unless a handler ignores that. Does nothing the second time. Not to be called
     * by a handler or a listener: it would wait for itself.
     */
    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        exchanges.refuseFromNowOn();
        boolean idle = exchanges.awaitIdle(closeTimeout);
        server.stop(0);
        // The JDK closes the connections it has, then waits for the thread that accepts: what that thread accepted in
        // between stays open, and its peer would wait for an answer. Now that it has ended, the second call cuts it.
        server.stop(0);
        if (idle) {
            threads.end();
        } else {
            log.warn(
                    "handlers still run {} after close; they are interrupted, and CSS sends their events again",
                    closeTimeout);
            threads.interrupt();
        }
        watch.close();
        try {
            if (!threads.awaitEnd(Duration.ofSeconds(1))) {
                log.warn("a handler ignores its interruption; its thread is left behind");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Sets up a {@link CallbackServer}. Not safe for use by several threads. */
    public static final class Builder {

        private final CallbackReceiver receiver;
        private InetAddress address = InetAddress.getLoopbackAddress();
        private int port;
        private String path = "/css";
        private int maxConcurrent = 64;
        private Duration exchangeTimeout = Duration.ofSeconds(10);
        private Duration closeTimeout = Duration.ofSeconds(20);

        private Builder(CallbackReceiver receiver) {
            this.receiver = Objects.requireNonNull(receiver, "receiver");
        }

        /**
         * The port.
         *
         * @param number from 1 to 65535, or 0 for any free one
         * @return this
         */
        public Builder port(int number) {
            if (number < 0 || number > 65_535) {
                throw new IllegalArgumentException("the port must be from 0 to 65535, not " + number);
            }
            this.port = number;
            return this;
        }

        /**
         * The address to listen on; 127.0.0.1 if not given, which no other machine reaches.
         *
         * @param own an address of this machine, or {@code 0.0.0.0} for all
         * @return this
         */
        public Builder bind(InetAddress own) {
            this.address = Objects.requireNonNull(own, "own");
            return this;
        }

        /**
         * The one path that is answered, compared exactly; others get 404. A path that nobody can guess keeps strangers out
         * even where the signature does not help.
         *
         * @param exact begins with a slash, without a query
         * @return this
         */
        public Builder path(String exact) {
            if (!exact.startsWith("/") || !isRawPath(exact)) {
                throw new IllegalArgumentException("the path must begin with /, have no query and be written as in a"
                        + " request line: blanks and other such characters as %20");
            }
            this.path = exact;
            return this;
        }

        private static boolean isRawPath(String exact) {
            try {
                return exact.equals(new URI("http://localhost" + exact).getRawPath());
            } catch (URISyntaxException e) {
                return false;
            }
        }

        /**
         * How many requests may be with their handlers at once, late ones included; 64 if not given.
         *
         * @param requests at least 1
         * @return this
         */
        public Builder maxConcurrent(int requests) {
            if (requests < 1 || requests > 10_000) {
                throw new IllegalArgumentException("maxConcurrent must be from 1 to 10000, not " + requests);
            }
            this.maxConcurrent = requests;
            return this;
        }

        /**
         * How long the headers of a request, its body and the taking of its answer may take each; 10 seconds if not given.
         *
         * @param time a positive length of time
         * @return this
         */
        public Builder exchangeTimeout(Duration time) {
            if (time.isNegative() || time.isZero() || time.compareTo(Duration.ofDays(1)) > 0) {
                throw new IllegalArgumentException("exchangeTimeout must be positive and at most a day, not " + time);
            }
            this.exchangeTimeout = time;
            return this;
        }

        /**
         * How long {@link CallbackServer#close()} lets running handlers finish; 20 seconds if not given.
         *
         * @param time zero or a positive length of time
         * @return this
         */
        public Builder closeTimeout(Duration time) {
            if (time.isNegative()) {
                throw new IllegalArgumentException("the close time-out must not be negative: " + time);
            }
            this.closeTimeout = time;
            return this;
        }

        /**
         * Listens.
         *
         * @return the running server
         * @throws UncheckedIOException if the address cannot be listened on, for example because the port is in use
         */
        public CallbackServer start() {
            try {
                return new CallbackServer(this);
            } catch (IOException e) {
                throw new UncheckedIOException(
                        "cannot listen on " + address.getHostAddress() + " port " + port + ": " + e.getMessage(), e);
            }
        }
    }
}
