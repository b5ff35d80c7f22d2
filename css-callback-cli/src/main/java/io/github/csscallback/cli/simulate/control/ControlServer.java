package io.github.csscallback.cli.simulate.control;

import io.github.csscallback.receiver.internal.httpserver.BoundedHttpServer;
import io.github.csscallback.receiver.internal.httpserver.HttpServerSettings;
import io.github.csscallback.testkit.simulator.CssSimulator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;

/**
 * Steers a simulated CSS over HTTP on 127.0.0.1: {@code GET /} lists what can be done. Web pages are kept out. Safe for use
 * by several threads.
 */
public final class ControlServer implements AutoCloseable {

    /** A call may last as long as a receiver lets CSS wait. */
    private static final int MAX_THREADS = 256;

    private static final Duration EXCHANGE_TIMEOUT = Duration.ofSeconds(10);

    private final BoundedHttpServer server;
    private final ControlListener listener;

    private ControlServer(BoundedHttpServer server, ControlListener listener) {
        this.server = server;
        this.listener = listener;
    }

    /**
     * Binds the port. Requests wait until {@link #start}.
     *
     * @param port 0 for any free one
     * @param css what is steered; not closed by this
     * @param time how its time passes
     * @param listener observes what is not sent and what fails
     * @throws UncheckedIOException if the port cannot be listened on
     */
    public static ControlServer on(int port, CssSimulator css, TimeMode time, ControlListener listener) {
        try {
            HttpServerSettings settings = new HttpServerSettings(
                    new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port),
                    "css-callback-control",
                    MAX_THREADS,
                    EXCHANGE_TIMEOUT,
                    EXCHANGE_TIMEOUT,
                    Duration.ZERO,
                    ControlExchange.MAX_BODY,
                    Integer.MAX_VALUE);
            ControlExchange exchanges = new ControlExchange(new ControlCalls(css, time, listener), listener);
            return new ControlServer(BoundedHttpServer.bind(settings, exchanges::handle), listener);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "the control address cannot be 127.0.0.1 port " + port + ": " + e.getMessage(), e);
        }
    }

    /** Accepts requests from now on. */
    public void start() {
        server.start(cause ->
                listener.failed(new IllegalStateException("the control address no longer accepts connections", cause)));
    }

    /** Returns the address, for example {@code http://127.0.0.1:8080}, to which the paths of calls are added. */
    public String address() {
        return "http://127.0.0.1:" + server.address().getPort();
    }

    /** Stops: running calls are interrupted. Close the simulator first, or a call that waits for a receiver goes on. */
    @Override
    public void close() {
        server.close();
    }
}
