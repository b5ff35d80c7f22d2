package io.github.csscallback.receiver.internal.httpserver;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Bounds the I/O of the thread that created it, one step after the other: interrupts it when a step takes too long, which
 * closes the channel it waits for. All steps of one request usually share one scheduled check, as scheduling is not free.
 */
final class StepTimeout {

    private final Thread thread = Thread.currentThread();
    private final ScheduledExecutorService timer;
    private @Nullable Future<?> check;
    private long due;
    private boolean running;
    private boolean expired;

    StepTimeout(ScheduledExecutorService timer) {
        this.timer = timer;
    }

    /** Starts a step. A pending check must not be later than its end, so the shortest timeout comes first. */
    synchronized void start(Duration timeout) {
        due = System.nanoTime() + timeout.toNanos();
        running = true;
        expired = false;
        if (check == null) {
            check = timer.schedule(this::check, timeout.toNanos(), TimeUnit.NANOSECONDS);
        }
    }

    /**
     * Ends the step, if one is running. This thread is not interrupted afterwards.
     *
     * @return false if it took too long
     */
    synchronized boolean end() {
        running = false;
        if (!expired) {
            return true;
        }
        expired = false;
        Thread.interrupted();
        return false;
    }

    private synchronized void check() {
        check = null;
        long left = due - System.nanoTime();
        if (running && left > 0) {
            check = timer.schedule(this::check, left, TimeUnit.NANOSECONDS);
        } else if (running) {
            running = false;
            expired = true;
            thread.interrupt();
        }
    }

    /** Ends the request. */
    synchronized void cancel() {
        running = false;
        if (check != null) {
            check.cancel(false);
            check = null;
        }
    }
}
