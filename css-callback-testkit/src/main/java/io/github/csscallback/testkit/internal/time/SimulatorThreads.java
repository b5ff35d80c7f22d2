package io.github.csscallback.testkit.internal.time;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/** Makes the simulator's threads, which are daemons, and keeps track of them. */
public final class SimulatorThreads implements ThreadFactory {

    private final AtomicInteger count = new AtomicInteger();
    private final Set<Thread> made = ConcurrentHashMap.newKeySet();

    public SimulatorThreads() {}

    @Override
    public Thread newThread(Runnable work) {
        Thread thread = new Thread(work, "css-simulator-" + count.incrementAndGet());
        thread.setDaemon(true);
        made.add(thread);
        return thread;
    }

    /** Whether the calling thread is one of them and therefore must not wait for their end. */
    public boolean isCaller() {
        return made.contains(Thread.currentThread());
    }
}
