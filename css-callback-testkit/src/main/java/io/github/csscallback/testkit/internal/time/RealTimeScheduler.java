package io.github.csscallback.testkit.internal.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs tasks in real time on a fixed number of threads. The numbers of tasks are ignored. */
public final class RealTimeScheduler implements Scheduler {

    private final Logger log = LoggerFactory.getLogger(RealTimeScheduler.class);
    private final Clock clock = Clock.systemUTC();
    private final ScheduledThreadPoolExecutor workers;

    /**
     * @param threads the number of tasks that may run at the same time
     * @param factory makes the threads
     */
    public RealTimeScheduler(int threads, ThreadFactory factory) {
        this.workers = new ScheduledThreadPoolExecutor(threads, factory);
        workers.setRemoveOnCancelPolicy(true);
    }

    @Override
    public Clock clock() {
        return clock;
    }

    @Override
    public Entry at(Instant due, long number, Runnable work) {
        long nanos = Math.max(0, Duration.between(clock.instant(), due).toNanos());
        AtomicBoolean taken = new AtomicBoolean(); // a future is cancelled with success while it runs
        try {
            Future<?> future = workers.schedule(
                    () -> {
                        if (taken.compareAndSet(false, true)) {
                            run(work);
                        }
                    },
                    nanos,
                    TimeUnit.NANOSECONDS);
            return () -> {
                boolean inTime = taken.compareAndSet(false, true);
                future.cancel(false);
                return inTime;
            };
        } catch (RejectedExecutionException e) { // closed: nothing is begun any more
            return () -> false;
        }
    }

    private void run(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException | Error e) { // nobody looks at the future
            log.error("a delivery failed for a reason that lies in the simulator", e);
            throw e;
        }
    }

    @Override
    public void catchUp() {
        // The workers are at it.
    }

    @Override
    public void advance(Duration by) {
        throw new IllegalStateException("real time cannot be moved; build the simulator with simulatedTime()");
    }

    @Override
    public void exhaust() {
        throw new IllegalStateException("real time cannot be moved; build the simulator with simulatedTime()");
    }

    @Override
    public void reset() {
        workers.getQueue().clear();
    }

    @Override
    public void close() {
        workers.shutdownNow();
    }

    @Override
    public boolean awaitEnd(Duration atMost) throws InterruptedException {
        return workers.awaitTermination(atMost.toNanos(), TimeUnit.NANOSECONDS);
    }
}
