package io.github.csscallback.testkit.internal.post;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.net.ssl.SSLSocketFactory;

/**
 * Sends POST requests, each on its own connection. A timer thread closes a connection whose time is up, in whatever
 * state it is. Follows no redirects, keeps no connections and no cookies. Safe for use by several threads.
 */
public final class HttpPoster implements AutoCloseable {

    private static final String CLOSED = "the simulator was closed meanwhile";

    private final Supplier<SSLSocketFactory> tls;
    private final ScheduledThreadPoolExecutor watch;
    private final Set<Exchange> open = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    /**
     * @param tls the factory for https addresses; called on first use
     * @param threads makes the timer thread
     */
    public HttpPoster(Supplier<SSLSocketFactory> tls, ThreadFactory threads) {
        this.tls = tls;
        this.watch = new ScheduledThreadPoolExecutor(1, threads);
        watch.setRemoveOnCancelPolicy(true);
    }

    /** Sends a packet and waits for the response. Network failures are results too. */
    public PostResult post(Post post) {
        long began = System.nanoTime();
        Exchange exchange = new Exchange(post, tls, began);
        open.add(exchange);
        try {
            if (closed) {
                exchange.cut(CLOSED);
            }
            Duration limit = post.timeout().plus(post.slowFor());
            Future<?> alarm = watch.schedule(
                    () -> exchange.cut("no response within " + describe(post.timeout())),
                    limit.toNanos(),
                    TimeUnit.NANOSECONDS);
            try {
                return exchange.run();
            } finally {
                alarm.cancel(false);
            }
        } catch (RejectedExecutionException e) { // closed in between
            exchange.cut(CLOSED);
            return exchange.run();
        } finally {
            open.remove(exchange);
        }
    }

    /** Cuts all exchanges and stops the timer. */
    @Override
    public void close() {
        closed = true;
        open.forEach(exchange -> exchange.cut(CLOSED));
        watch.shutdownNow();
    }

    /**
     * Waits for the end of the timer thread, after {@link #close()}.
     *
     * @return false if the time elapsed before it ended
     * @throws InterruptedException if the caller is interrupted
     */
    public boolean awaitEnd(Duration atMost) throws InterruptedException {
        return watch.awaitTermination(atMost.toNanos(), TimeUnit.NANOSECONDS);
    }

    private static String describe(Duration time) {
        return time.toMillisPart() == 0 ? time.toSeconds() + " s" : time.toMillis() + " ms";
    }
}
