package io.github.csscallback.receiver.internal.httpserver;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The thread in which the JDK's server accepts connections. An Error ends it, out of memory for example, and then the port
 * still takes connections that nobody will serve. The JDK hides the thread, so the server is started in a thread group of
 * its own, where it can be found.
 */
final class AcceptLoop {

    private static final long CHECK_SECONDS = 1;

    private volatile @Nullable Thread thread;
    private volatile @Nullable Throwable failure;

    private final ThreadGroup group = new ThreadGroup("css-callback") {
        @Override
        public void uncaughtException(Thread ended, Throwable e) {
            failure = e;
            super.uncaughtException(ended, e);
        }
    };

    /** Returns a factory of threads that keep the JVM alive, as do the threads they start, which can be found. */
    ThreadFactory threadFactory(String name) {
        return task -> {
            Thread created = new Thread(group, task, name);
            created.setDaemon(false);
            return created;
        };
    }

    /**
     * Starts the server and watches its thread from then on.
     *
     * @param timer its threads come from {@link #threadFactory}
     * @param whenEnded called when the thread has ended, once
     */
    @SuppressWarnings("FutureReturnValueIgnored") // ends with the timer
    void start(ScheduledExecutorService timer, Runnable server, Consumer<@Nullable Throwable> whenEnded) {
        try {
            timer.submit(() -> {
                        server.run();
                        thread = startedThread();
                    })
                    .get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the server cannot be started", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the server was started", e);
        }
        timer.scheduleWithFixedDelay(new Check(whenEnded), CHECK_SECONDS, CHECK_SECONDS, TimeUnit.SECONDS);
    }

    private Thread startedThread() {
        Thread[] all = new Thread[8];
        int count = group.enumerate(all, false);
        for (int i = 0; i < count; i++) {
            if (all[i] != Thread.currentThread()) {
                return all[i];
            }
        }
        throw new IllegalStateException("the JDK's server started no thread that can be watched");
    }

    boolean isAlive() {
        Thread started = thread;
        return started != null && started.isAlive();
    }

    private final class Check implements Runnable {

        private final Consumer<@Nullable Throwable> whenEnded;
        private boolean reported;

        Check(Consumer<@Nullable Throwable> whenEnded) {
            this.whenEnded = whenEnded;
        }

        @Override
        public void run() {
            if (!reported && !isAlive()) {
                whenEnded.accept(failure);
                reported = true;
            }
        }
    }
}
