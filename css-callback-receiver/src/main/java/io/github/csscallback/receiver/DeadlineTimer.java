package io.github.csscallback.receiver;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Runs an action after a delay: on the given timer; otherwise the JDK's own, that of {@link CompletableFuture}, starts a
 * short-lived thread for it. Its own thread must not wait for the user's code, and a shared pool may be full of late handlers.
 */
final class DeadlineTimer {

    private static final long KEEPER_INTERVAL_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final @Nullable ScheduledExecutorService timer;
    /** When the last {@linkplain #keepEarlierTask earlier task} was scheduled. */
    private volatile long keeperNanos = System.nanoTime() - KEEPER_INTERVAL_NANOS;

    DeadlineTimer(@Nullable ScheduledExecutorService timer) {
        this.timer = timer;
    }

    /**
     * Schedules an action.
     *
     * @return cancels it
     * @throws java.util.concurrent.RejectedExecutionException if the timer accepts no more tasks
     */
    @SuppressWarnings(
            "FutureReturnValueIgnored") // if no thread can start, the handler gives the response when it is done
    Future<?> schedule(Runnable action, Duration delay) {
        if (timer != null) {
            return timer.schedule(action, delay.toNanos(), TimeUnit.NANOSECONDS);
        }
        keepEarlierTask();
        CompletableFuture<@Nullable Void> timeout = new CompletableFuture<>();
        timeout.thenRunAsync(action, DeadlineTimer::startThread);
        return timeout.completeOnTimeout(null, delay.toNanos(), TimeUnit.NANOSECONDS);
    }

    /**
     * Keeps a task in the JDK's timer that is due before the usual deadlines. A task that becomes the next one due wakes the
     * timer's thread, which would cost a fifth of the throughput if every request did that.
     */
    private void keepEarlierTask() {
        long now = System.nanoTime();
        if (now - keeperNanos >= KEEPER_INTERVAL_NANOS) {
            keeperNanos = now;
            CompletableFuture.delayedExecutor(2 * KEEPER_INTERVAL_NANOS, TimeUnit.NANOSECONDS, Runnable::run)
                    .execute(() -> {});
        }
    }

    private static void startThread(Runnable action) {
        Thread thread = new Thread(action, "css-callback-deadline");
        thread.setDaemon(true);
        thread.start();
    }
}
