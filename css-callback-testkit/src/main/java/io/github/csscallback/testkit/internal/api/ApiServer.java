package io.github.csscallback.testkit.internal.api;

import com.sun.net.httpserver.HttpServer;
import io.github.csscallback.testkit.internal.account.Account;
import io.github.csscallback.testkit.internal.api.record.RecordSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The management API on 127.0.0.1, for the clients of this machine. Safe for use by several threads. {@link #close()}
 * leaves no thread behind.
 */
public final class ApiServer implements AutoCloseable {

    private static final int THREADS = 8;
    private static final int BACKLOG = 128;
    /** How long a request may take to come in and its answer to be taken. */
    private static final Duration EXCHANGE_TIMEOUT = Duration.ofSeconds(10);
    /** How long closing waits for requests that are being answered. */
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(1);

    private final Logger log = LoggerFactory.getLogger(ApiServer.class);
    private final HttpServer server;
    private final ThreadPoolExecutor threads;
    private final ScheduledThreadPoolExecutor watch;
    private final ApiExchangeHandler exchanges;
    private final AtomicBoolean closed = new AtomicBoolean();

    private ApiServer(ApiSettings settings, Account account, RecordSource records) throws IOException {
        InetAddress thisMachine = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
        this.server = HttpServer.create(new InetSocketAddress(thisMachine, settings.port()), BACKLOG);
        AtomicInteger number = new AtomicInteger();
        this.threads = new ThreadPoolExecutor(
                THREADS,
                THREADS,
                10,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                task -> daemon(task, "css-simulator-api-" + number.incrementAndGet()));
        threads.allowCoreThreadTimeOut(true);
        this.watch = new ScheduledThreadPoolExecutor(1, task -> daemon(task, "css-simulator-api-watch"));
        watch.setRemoveOnCancelPolicy(true);
        this.exchanges =
                new ApiExchangeHandler(new RequestPipeline(settings, account, records), watch, EXCHANGE_TIMEOUT);
        server.setExecutor(threads);
        server.createContext("/", exchanges::handle);
        server.start();
    }

    private static Thread daemon(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }

    /**
     * Listens.
     *
     * @param settings how it is set up
     * @param account what it reads and writes
     * @param records what was delivered
     * @return the running server
     * @throws UncheckedIOException if the port cannot be listened on
     */
    public static ApiServer start(ApiSettings settings, Account account, RecordSource records) {
        try {
            return new ApiServer(settings, account, records);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "the simulated API cannot listen on 127.0.0.1 port " + settings.port() + ": " + e.getMessage(), e);
        }
    }

    /**
     * Where it listens.
     *
     * @return for example {@code http://127.0.0.1:8080/}
     */
    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    /** Stops: answers what is being answered, for a second at most, and cuts the rest. Does nothing the second time. */
    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        if (!exchanges.closeWithin(CLOSE_TIMEOUT)) {
            log.debug("requests that had not come in whole are cut");
        }
        server.stop(0);
        server.stop(0); // cuts what the JDK accepted while the first call closed what it had
        watch.shutdownNow();
        threads.shutdownNow();
        awaitEnd(watch);
        awaitEnd(threads);
    }

    private void awaitEnd(ExecutorService ending) {
        try {
            if (!ending.awaitTermination(5, TimeUnit.SECONDS)) {
                log.warn("a thread of the simulated API does not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
