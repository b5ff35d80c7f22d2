package io.github.csscallback.receiver;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Raises alarms for exchanges that take too long: one thread that looks over the running ones every so often, since most
 * end long before, and setting and clearing an alarm must cost next to nothing.
 */
final class ExchangeWatch implements AutoCloseable {

    private static final long PAUSE = Duration.ofMillis(20).toNanos();

    private final Logger log = LoggerFactory.getLogger(CallbackServer.class);
    private final Set<Alarm> alarms = ConcurrentHashMap.newKeySet();
    private final Thread thread = new Thread(this::look, "css-callback-watch");
    private volatile boolean closed;

    /** Something to do at a time, unless it is cancelled before. */
    final class Alarm {

        private final long due;
        private final Runnable action;

        private Alarm(long due, Runnable action) {
            this.due = due;
            this.action = action;
        }

        void cancel() {
            alarms.remove(this);
        }
    }

    void start() {
        thread.setDaemon(true);
        thread.start();
    }

    Alarm after(Duration time, Runnable action) {
        Alarm alarm = new Alarm(System.nanoTime() + time.toNanos(), action);
        alarms.add(alarm);
        return alarm;
    }

    private void look() {
        while (!closed) {
            long now = System.nanoTime();
            alarms.stream().filter(alarm -> alarm.due - now <= 0).toList().forEach(this::raise);
            LockSupport.parkNanos(PAUSE);
        }
    }

    private void raise(Alarm alarm) {
        try {
            if (alarms.remove(alarm)) {
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
