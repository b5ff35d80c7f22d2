package io.github.csscallback.cli.simulate.control;

import com.sun.net.httpserver.HttpServer;
import io.github.csscallback.testkit.simulator.CssSimulator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Steers a simulated CSS over HTTP on 127.0.0.1: {@code GET /} lists what can be done. Web pages are kept out. Slow requests
 * are cut by the JDK's server, if the process bounds them. Safe for use by several threads.
 */
public final class ControlServer implements AutoCloseable {

    /** A call may last as long as a receiver lets CSS wait. */
    private static final int THREADS = 16;

    private static final int BACKLOG = 128;

    private final HttpServer server;
    private final ThreadPoolExecutor threads;

    private ControlServer(HttpServer server, ThreadPoolExecutor threads) {
        this.server = server;
        this.threads = threads;
    }

    /**
     * Takes a port, and answers there once it is started.
     *
     * @param port 0 for any free one
     * @param css what is steered; not closed by this
     * @param time how its time passes
     * @param listener hears what is not sent and what fails
     * @return the server
     * @throws UncheckedIOException if the port cannot be listened on
     */
    public static ControlServer on(int port, CssSimulator css, SimulatedTime time, ControlListener listener) {
        try {
            InetAddress thisMachine = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
            HttpServer server = HttpServer.create(new InetSocketAddress(thisMachine, port), BACKLOG);
            AtomicInteger number = new AtomicInteger();
            ThreadPoolExecutor threads = new ThreadPoolExecutor(
                    THREADS,
                    THREADS,
                    10,
                    TimeUnit.SECONDS,
                    new LinkedBlockingQueue<>(),
                    task -> new Thread(task, "css-callback-control-" + number.incrementAndGet()));
            threads.allowCoreThreadTimeOut(true);
            server.setExecutor(threads);
            ControlExchange exchanges = new ControlExchange(new ControlCalls(css, time, listener), listener);
            server.createContext("/", exchanges::handle);
            return new ControlServer(server, threads);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "the control address cannot be 127.0.0.1 port " + port + ": " + e.getMessage(), e);
        }
    }

    /** Answers from now on. */
    public void start() {
        server.start();
    }

    /**
     * Where it listens.
     *
     * @return for example {@code http://127.0.0.1:8080}, to which the paths of calls are added
     */
    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Stops: what is being answered is cut. Close the simulator first, or a call that waits for a receiver goes on. */
    @Override
    public void close() {
        server.stop(0);
        server.stop(0); // what the JDK accepted while it stopped is cut, too
        threads.shutdownNow();
        try {
            threads.awaitTermination(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
