package io.github.csscallback.receiver;

import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The server's threads: so many tasks at a time, the others wait for their turn. A task goes to the thread that became idle
 * last, whose stack and memory are still in the caches, so that a light load is carried by few threads; a pool behind a
 * queue wakes the one that has slept longest, and begins all its threads before it uses one again. Safe for use by several
 * threads.
 */
final class ServerThreads implements Executor {

    private final Semaphore free;
    private final Queue<Runnable> waiting = new ConcurrentLinkedQueue<>();
    private final ThreadPoolExecutor pool;

    ServerThreads(int most) {
        AtomicInteger number = new AtomicInteger();
        this.free = new Semaphore(most);
        this.pool = new ThreadPoolExecutor(
                0,
                Integer.MAX_VALUE, // the semaphore bounds it
                30,
                TimeUnit.SECONDS,
                new SynchronousQueue<>(),
                task -> new Thread(task, "css-callback-" + number.incrementAndGet()),
                new ThreadPoolExecutor.DiscardPolicy()); // after the end, when the connections are cut
    }

    @Override
    public void execute(Runnable task) {
        if (free.tryAcquire()) {
            start(task);
        } else {
            waiting.add(task);
            startWaiting(); // every thread may have become idle before the task could be seen
        }
    }

    private void work(Runnable first) {
        try {
            for (Runnable task = first; task != null; task = waiting.poll()) {
                task.run();
                Thread.interrupted(); // what one task left behind is not meant for the next
            }
        } finally {
            free.release();
            startWaiting(); // one may have come between the last look and the release
        }
    }

    private void startWaiting() {
        while (!waiting.isEmpty() && free.tryAcquire()) {
            Runnable next = waiting.poll();
            if (next == null) {
                free.release();
            } else {
                start(next);
            }
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
