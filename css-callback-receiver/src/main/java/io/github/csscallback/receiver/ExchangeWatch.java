package io.github.csscallback.receiver;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Raises alarms for exchanges that take too long: one thread that looks over the running ones every so often, since most
 * end long before, and setting and clearing an alarm must cost next to nothing. So an alarm is put where only its own
 * thread and the watch look: each thread that works on exchanges has one place for it, and one alarm at a time.
 */
final class ExchangeWatch implements AutoCloseable {

    private static final long PAUSE = Duration.ofMillis(20).toNanos();

    private final Logger log = LoggerFactory.getLogger(CallbackServer.class);
    private final Set<Watched> watched = ConcurrentHashMap.newKeySet();
    private final ThreadLocal<Watched> own = ThreadLocal.withInitial(this::watchThisThread);
    private final Thread thread = new Thread(this::look, "css-callback-watch");
    private volatile boolean closed;

    /** A thread that works on exchanges, and the alarm of the one it works on. */
    private static final class Watched {

        private final Thread thread = Thread.currentThread();
        private final AtomicReference<@Nullable Alarm> alarm = new AtomicReference<>();
    }

    /** Something to do at a time, unless it is cancelled before. */
    static final class Alarm {

        private final Watched place;
        private final long due;
        private final Runnable action;

        private Alarm(Watched place, long due, Runnable action) {
            this.place = place;
            this.due = due;
            this.action = action;
        }

        void cancel() {
            take();
        }

        /** False if it was raised or cancelled already. */
        private boolean take() {
            return place.alarm.compareAndSet(this, null);
        }
    }

    void start() {
        thread.setDaemon(true);
        thread.start();
    }

    /**
     * Sets this thread's alarm.
     *
     * @throws IllegalStateException if it has one that was neither cancelled nor raised: only one would be watched
     */
    Alarm after(Duration time, Runnable action) {
        Watched place = own.get();
        Alarm alarm = new Alarm(place, System.nanoTime() + time.toNanos(), action);
        if (!place.alarm.compareAndSet(null, alarm)) {
            throw new IllegalStateException("this thread's last alarm is still set");
        }
        return alarm;
    }

    private Watched watchThisThread() {
        Watched added = new Watched();
        watched.add(added);
        return added;
    }

    private void look() {
        while (!closed) {
            long now = System.nanoTime();
            for (Watched one : watched) {
                Alarm alarm = one.alarm.get();
                if (alarm != null && alarm.due - now <= 0) {
                    raise(alarm);
                }
            }
            watched.removeIf(one -> !one.thread.isAlive());
            LockSupport.parkNanos(PAUSE);
        }
    }

    private void raise(Alarm alarm) {
        try {
            if (alarm.take()) {
                alarm.action.run();
            }
        } catch (Throwable e) { // one broken exchange must not leave all others unwatched
            log.warn("ending an exchange that took too long failed", e);
        }
    }

    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
