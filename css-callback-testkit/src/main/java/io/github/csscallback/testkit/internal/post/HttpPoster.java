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
 * Makes POSTs, each on a connection of its own and none longer than it may take: a watch of one thread closes what runs
 * out of time, whatever it is doing. Follows no redirect, keeps no connection and no cookie. Safe for use by several
 * threads.
 */
public final class HttpPoster implements AutoCloseable {

    private static final String CLOSED = "the simulator was closed meanwhile";

    private final Supplier<SSLSocketFactory> tls;
    private final ScheduledThreadPoolExecutor watch;
    private final Set<Exchange> open = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    /**
     * Makes a poster.
     *
     * @param tls for https addresses; asked when the first of them comes
     * @param threads makes the thread that watches over time limits
     */
    public HttpPoster(Supplier<SSLSocketFactory> tls, ThreadFactory threads) {
        this.tls = tls;
        this.watch = new ScheduledThreadPoolExecutor(1, threads);
        watch.setRemoveOnCancelPolicy(true);
    }

    /**
     * Posts a packet and waits for its answer.
     *
     * @param post what to send where
     * @return what became of it; failures of the network are results, too
     */
    public PostResult post(Post post) {
        long began = System.nanoTime();
        Exchange exchange = new Exchange(post, tls, began);
        open.add(exchange);
        try {
            if (closed) {
                exchange.cut(CLOSED);
            }
            Duration limit = post.within().plus(post.slowFor());
            Future<?> alarm = watch.schedule(
                    () -> exchange.cut("no answer within " + inWords(post.within())),
                    limit.toNanos(),
                    TimeUnit.NANOSECONDS);
            try {
                return exchange.run();
            } finally {
                alarm.cancel(false);
            }
        } catch (RejectedExecutionException e) { // closed between the two
            exchange.cut(CLOSED);
            return exchange.run();
        } finally {
            open.remove(exchange);
        }
    }

    /** Cuts whatever runs, and ends the watch. */
    @Override
    public void close() {
        closed = true;
        open.forEach(exchange -> exchange.cut(CLOSED));
        watch.shutdownNow();
    }

    /**
     * Waits for the end of the watch's thread, after {@link #close()}.
     *
     * @param atMost how long
     * @return whether it has ended
     * @throws InterruptedException if the caller is interrupted
     */
    public boolean awaitEnd(Duration atMost) throws InterruptedException {
        return watch.awaitTermination(atMost.toNanos(), TimeUnit.NANOSECONDS);
    }

    private static String inWords(Duration time) {
        return time.toMillisPart() == 0 ? time.toSeconds() + " s" : time.toMillis() + " ms";
    }
}
