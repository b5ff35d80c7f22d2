package io.github.csscallback.receiver.internal.deadline;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Runs an action after a delay: on the given timer; otherwise the JDK's own, that of {@link CompletableFuture}, starts a
 * short-lived thread for it. Its own thread must not wait for the user's code, and a shared pool may be full of late handlers.
 *
 * <p>The JDK's timer has one lock, and adding and removing a task for every delivery cost a fifth of the server's throughput.
 * Nearly all deliveries are done within a moment, so an action is only noted at first: once a second those that are still
 * waiting are handed to the timer, long before they are due.
 */
public final class DeadlineTimer {

    private static final Duration HANDOVER_INTERVAL = Duration.ofSeconds(1);
    private static final Duration SHORTEST_NOTED = HANDOVER_INTERVAL.multipliedBy(2);

    private final @Nullable ScheduledExecutorService timer;
    private final Set<Noted> noted = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean handoverIsDue = new AtomicBoolean();

    public DeadlineTimer(@Nullable ScheduledExecutorService timer) {
        this.timer = timer;
    }

    /**
     * Schedules an action.
     *
     * @return cancels it
     * @throws java.util.concurrent.RejectedExecutionException if the timer accepts no more tasks
     */
    public Runnable schedule(Runnable action, Duration delay) {
        if (timer != null) {
            Future<?> scheduled = timer.schedule(action, delay.toNanos(), TimeUnit.NANOSECONDS);
            return () -> scheduled.cancel(false);
        }
        Noted waiting = new Noted(action, delay);
        if (delay.compareTo(SHORTEST_NOTED) < 0) {
            waiting.handOver();
            return waiting;
        }
        noted.add(waiting);
        if (handoverIsDue.compareAndSet(false, true)) {
            CompletableFuture.delayedExecutor(HANDOVER_INTERVAL.toNanos(), TimeUnit.NANOSECONDS, Runnable::run)
                    .execute(this::handOverAll);
        }
        return waiting;
    }

    /** What is noted from now on brings about the next handover; what was noted before is handed over by this one. */
    private void handOverAll() {
        handoverIsDue.set(false);
        for (Noted waiting : noted) {
            waiting.handOver();
        }
    }

    private static void startThread(Runnable action) {
        Thread thread = new Thread(action, "css-callback-deadline");
        thread.setDaemon(true);
        thread.start();
    }

    /** An action that waits; run to cancel it. */
    private final class Noted implements Runnable {

        private final Runnable action;
        private final long dueNanos;
        private @Nullable Future<?> scheduled;
        private boolean cancelled;

        Noted(Runnable action, Duration delay) {
            this.action = action;
            this.dueNanos = System.nanoTime() + delay.toNanos();
        }

        @SuppressWarnings("FutureReturnValueIgnored") // if no thread can start, the handler responds when it is done
        synchronized void handOver() {
            noted.remove(this);
            if (!cancelled) {
                CompletableFuture<@Nullable Void> timeout = new CompletableFuture<>();
                timeout.thenRunAsync(action, DeadlineTimer::startThread);
                scheduled = timeout.completeOnTimeout(null, dueNanos - System.nanoTime(), TimeUnit.NANOSECONDS);
            }
        }

        @Override
        public synchronized void run() {
            noted.remove(this);
            cancelled = true;
            if (scheduled != null) {
                scheduled.cancel(false);
            }
        }
    }
}
