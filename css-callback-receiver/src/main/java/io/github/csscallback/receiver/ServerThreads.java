package io.github.csscallback.receiver;

import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The server's threads: so many tasks at a time, the others wait for their turn. A task goes to the thread that became idle
 * last, whose stack and memory are still in the caches, so that a light load is carried by few threads; a pool behind a
 * queue wakes the one that has slept longest, and begins all its threads before it uses one again. There may be a few threads
 * more than tasks: those that are about to become idle. Safe for use by several threads.
 */
final class ServerThreads implements Executor {

    private final Logger log = LoggerFactory.getLogger(CallbackServer.class);
    private final Semaphore free;
    private final Queue<Runnable> waiting = new ConcurrentLinkedQueue<>();
    private final ThreadPoolExecutor pool;

    ServerThreads(int most) {
        this(most, numbered());
    }

    ServerThreads(int most, ThreadFactory factory) {
        this.free = new Semaphore(most);
        this.pool = new ThreadPoolExecutor(
                0,
                Integer.MAX_VALUE, // the semaphore bounds what runs
                30,
                TimeUnit.SECONDS,
                new SynchronousQueue<>(),
                factory,
                new ThreadPoolExecutor.DiscardPolicy()); // after the end, when the connections are cut
    }

    private static ThreadFactory numbered() {
        AtomicInteger number = new AtomicInteger();
        return task -> new Thread(task, "css-callback-" + number.incrementAndGet());
    }

    @Override
    public void execute(Runnable task) {
        if (free.tryAcquire()) {
            start(task);
            return;
        }
        waiting.add(task);
        Runnable next = takeWaiting(); // every thread may have become idle before the task could be seen
        if (next != null) {
            start(next);
        }
    }

    private void start(Runnable task) {
        try {
            pool.execute(() -> work(task));
        } catch (Throwable e) { // no memory for one more thread: its place must not stay taken
            free.release();
            throw e;
        }
    }

    /** Runs a task, in its place, and then what waits. */
    private void work(Runnable first) {
        for (Runnable task = first; task != null; task = next()) {
            try {
                task.run();
            } catch (Throwable e) { // the others wait for this thread
                log.warn("an exchange ended with an error", e);
            }
            Thread.interrupted(); // what one task left behind is not meant for the next
        }
    }

    /** The next task for the place that this thread has; null if there is none, and the place is given back. */
    private @Nullable Runnable next() {
        Runnable next = waiting.poll();
        if (next != null) {
            return next;
        }
        free.release();
        return takeWaiting(); // one may have come between the last look and the release
    }

    /** A task that waits, with a place for it; or null. */
    private @Nullable Runnable takeWaiting() {
        while (!waiting.isEmpty() && free.tryAcquire()) {
            Runnable next = waiting.poll();
            if (next != null) {
                return next;
            }
            free.release();
        }
        return null;
    }

    /** Takes no more tasks; those that run may end. */
    void end() {
        pool.shutdown();
    }

    /** Takes no more tasks, forgets those that wait and interrupts those that run. */
    void interrupt() {
        waiting.clear();
        pool.shutdownNow();
    }

    boolean awaitEnd(Duration limit) throws InterruptedException {
        return pool.awaitTermination(limit.toNanos(), TimeUnit.NANOSECONDS);
    }
}
