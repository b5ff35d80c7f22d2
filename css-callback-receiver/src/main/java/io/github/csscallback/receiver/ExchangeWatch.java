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

    /** A thread that works on exchanges, and the alarm of the one it works on, which only that thread sets. */
    private static final class Watched {

        private final Thread thread = Thread.currentThread();
        private volatile @Nullable Alarm alarm;
    }

    /** Something to do at a time, unless it is cancelled before. */
    static final class Alarm {

        private enum State {
            SET,
            CANCELLED,
            RAISED,
            ENDED
        }

        private final long due;
        private final Runnable action;
        private final AtomicReference<State> state = new AtomicReference<>(State.SET);

        private Alarm(long due, Runnable action) {
            this.due = due;
            this.action = action;
        }

        /**
         * Sees to it that the action does not run from now on.
         *
         * @return false if it has run
         */
        boolean cancel() {
            state.compareAndSet(State.SET, State.CANCELLED);
            while (state.get() == State.RAISED) {
                Thread.onSpinWait(); // the action is short
            }
            return state.get() == State.CANCELLED;
        }

        private boolean isSet() {
            return state.get() == State.SET;
        }
    }

    void start() {
        thread.setDaemon(true);
        thread.start();
    }

    /**
     * Sets this thread's alarm.
     *
     * @param action runs on the watch's thread, so it must neither wait nor call code of others
     * @throws IllegalStateException if it has one that was neither cancelled nor raised: only one would be watched
     */
    Alarm after(Duration time, Runnable action) {
        Watched place = own.get();
        Alarm last = place.alarm;
        if (last != null && last.isSet()) {
            throw new IllegalStateException("this thread's last alarm is still set");
        }
        Alarm alarm = new Alarm(System.nanoTime() + time.toNanos(), action);
        place.alarm = alarm;
        return alarm;
    }

    /**
     * Cancels this thread's alarm.
     *
     * @return false if it has been raised
     */
    boolean cancelOwn() {
        Alarm last = own.get().alarm;
        return last == null || last.cancel();
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
                Alarm alarm = one.alarm;
                if (alarm != null && alarm.due - now <= 0) {
                    raise(alarm);
                }
            }
            watched.removeIf(one -> !one.thread.isAlive());
            LockSupport.parkNanos(PAUSE);
        }
    }

    private void raise(Alarm alarm) {
        if (!alarm.state.compareAndSet(Alarm.State.SET, Alarm.State.RAISED)) {
            return;
        }
        try {
            alarm.action.run();
        } catch (Throwable e) { // one broken exchange must not leave all others unwatched
            log.warn("ending an exchange that took too long failed", e);
        } finally {
            alarm.state.set(Alarm.State.ENDED);
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
