package io.github.csscallback.receiver.internal.httpserver;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The JDK's HTTP server with bounds on threads, time and memory. A peer that is slow to send headers or a body, or to read a
 * response, is disconnected. Safe for use by several threads. {@link #close()} leaves no thread behind.
 */
public final class BoundedHttpServer implements AutoCloseable {

    /** Connections that the operating system holds until they are accepted. */
    private static final int BACKLOG = 128;

    private static final int MAX_OPEN = 1 << 30;
    private static final long WARNING_INTERVAL_NANOS = Duration.ofMinutes(1).toNanos();

    private final Logger log = LoggerFactory.getLogger(BoundedHttpServer.class);
    private final HttpServerSettings settings;
    private final BoundedHandler handler;
    private final HttpServer server;
    private final ThreadPoolExecutor threads;
    private final ScheduledThreadPoolExecutor timer;
    private final AcceptLoop acceptLoop = new AcceptLoop();
    private final ThreadLocal<StepTimeout> timeouts;
    private final Semaphore bodyBudget;
    /** One permit for each response that is to be sent, and one for each running handler. */
    private final Semaphore open = new Semaphore(MAX_OPEN);

    private final AtomicLong nextWarningNanos = new AtomicLong(System.nanoTime());
    private final AtomicBoolean closed = new AtomicBoolean();
    private volatile boolean closing;

    private BoundedHttpServer(HttpServerSettings settings, BoundedHandler handler) throws IOException {
        this.settings = settings;
        this.handler = handler;
        this.bodyBudget = new Semaphore(settings.maxBufferedBytes());
        // The JDK prepares the closing of channels when the first is closed, which takes two file descriptors.
        // Where there are none left by then, the accept loop would die of it.
        SocketChannel.open().close();
        this.server = HttpServer.create(settings.address(), BACKLOG);
        AtomicInteger number = new AtomicInteger();
        // A task goes to the thread that became idle last, so a light load keeps few threads busy.
        this.threads = new ThreadPoolExecutor(
                0,
                settings.maxThreads(),
                30,
                TimeUnit.SECONDS,
                new SynchronousQueue<>(),
                task -> new Thread(task, settings.threadName() + "-" + number.incrementAndGet()),
                this::reject);
        this.timer = new ScheduledThreadPoolExecutor(
                1, acceptLoop.threadFactory(settings.threadName() + "-timer"), new ThreadPoolExecutor.DiscardPolicy());
        timer.setRemoveOnCancelPolicy(true);
        this.timeouts = ThreadLocal.withInitial(() -> new StepTimeout(timer));
        server.setExecutor(request -> execute(() -> readHeaders(request)));
        server.createContext("/", this::handle);
    }

    /**
     * Binds the address. Connections wait until {@link #start}.
     *
     * @throws IOException if the address cannot be bound
     */
    public static BoundedHttpServer bind(HttpServerSettings settings, BoundedHandler handler) throws IOException {
        return new BoundedHttpServer(settings, handler);
    }

    /**
     * Starts to accept connections.
     *
     * @param whenStopped called once if the server stops to accept connections without being closed, with the reason if it
     *     is known; after that it never accepts any
     */
    public void start(Consumer<@Nullable Throwable> whenStopped) {
        acceptLoop.start(timer, server::start, whenStopped);
    }

    /** Returns the address, with the port also where any free one was asked for. */
    public InetSocketAddress address() {
        return server.getAddress();
    }

    /** Whether it accepts connections. */
    public boolean isServing() {
        return !closing && acceptLoop.isAlive();
    }

    /** Whether it is being closed: what is handled now should come to an end. */
    public boolean isClosing() {
        return closing;
    }

    void execute(Runnable task) {
        threads.execute(() -> {
            StepTimeout timeout = timeouts.get();
            try {
                task.run();
            } catch (Throwable e) { // without memory, most likely; the thread may go on
                log.warn("a request ended with an error", e);
            } finally {
                timeout.end();
                timeout.cancel();
                Thread.interrupted(); // left behind by a handler
            }
        });
    }

    private void reject(Runnable task, ThreadPoolExecutor pool) {
        long now = System.nanoTime();
        long next = nextWarningNanos.get();
        if (!closing && next - now <= 0 && nextWarningNanos.compareAndSet(next, now + WARNING_INTERVAL_NANOS)) {
            log.warn(
                    "connections are reset, as all {} threads are busy (reported at most once a minute)",
                    settings.maxThreads());
        }
        throw new RejectedExecutionException("no thread is free");
    }

    /** Runs the JDK's task for a request, which reads the headers and calls {@link #handle}. */
    private void readHeaders(Runnable request) {
        timeouts.get().start(settings.headersTimeout());
        request.run();
    }

    /**
     * Handles a request whose headers are read.
     *
     * @throws IOException to have the JDK close the connection: it forgets a connection whose request was not read to its
     *     end only then
     */
    private void handle(HttpExchange exchange) throws IOException {
        if (!endStep()) {
            throw new IOException("the headers were not received within the timeout");
        }
        if (!open.tryAcquire(2)) {
            throw new IOException("the server is closed");
        }
        try {
            BoundedExchange bounded = bounded(exchange);
            try {
                handler.handle(bounded);
            } catch (IOException e) {
                bounded.abandon();
                throw e;
            } catch (RuntimeException | Error e) {
                log.warn("a request ended with an error", e);
                bounded.abandon();
                throw new IOException("the request cannot be handled", e);
            }
            if (bounded.isBroken()) {
                throw new IOException("the connection cannot serve another request");
            }
        } finally {
            open.release();
        }
    }

    private BoundedExchange bounded(HttpExchange exchange) {
        boolean chunked = exchange.getRequestHeaders().containsKey("Transfer-Encoding");
        String length = exchange.getRequestHeaders().getFirst("Content-Length");
        return new BoundedExchange(
                exchange,
                this,
                new BodyReader(exchange.getRequestBody(), length, chunked, settings.maxBodyBytes(), bodyBudget));
    }

    void startStep() {
        timeouts.get().start(settings.exchangeTimeout());
    }

    boolean endStep() {
        return timeouts.get().end();
    }

    void exchangeEnded() {
        open.release();
    }

    /**
     * Stops: the requests that are being handled get the close timeout to finish, then their threads are interrupted and all
     * connections are closed. Does nothing the second time. Must not be called while a request is handled on this thread.
     *
     * @return false if requests were interrupted
     */
    public boolean closeInTime() {
        if (!closed.compareAndSet(false, true)) {
            return true;
        }
        closing = true;
        boolean idle = awaitIdle();
        server.stop(0);
        // The JDK closes the connections it has, then waits for the thread that accepts.
        // The second call closes those that this thread accepted in between.
        server.stop(0);
        timer.shutdownNow();
        if (idle) {
            threads.shutdown();
        } else {
            threads.shutdownNow();
        }
        awaitEnd(threads);
        awaitEnd(timer);
        return idle;
    }

    @Override
    public void close() {
        closeInTime();
    }

    private boolean awaitIdle() {
        try {
            return open.tryAcquire(MAX_OPEN, settings.closeTimeout().toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void awaitEnd(ExecutorService ending) {
        try {
            if (!ending.awaitTermination(1, TimeUnit.SECONDS)) {
                log.warn("a thread of the server ignores its interruption and is left behind");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
