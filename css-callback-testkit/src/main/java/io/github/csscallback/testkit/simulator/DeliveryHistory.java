package io.github.csscallback.testkit.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** All events and attempts in order; a change wakes waiting threads. */
final class DeliveryHistory {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();

    private final List<SimulatedEvent> events = new ArrayList<>();
    private final List<DeliveryAttempt> attempts = new ArrayList<>();
    private long version;
    private long lastNumber;
    private int pending;
    /** Events up to this number were discarded by a reset. */
    private long forgotten;

    long nextNumber() {
        lock.lock();
        try {
            return ++lastNumber;
        } finally {
            lock.unlock();
        }
    }

    void begun(SimulatedEvent event) {
        lock.lock();
        try {
            events.add(event);
            if (event.state() == DeliveryState.PENDING) {
                pending++;
            }
            signal();
        } finally {
            lock.unlock();
        }
    }

    void attempted(DeliveryAttempt attempt) {
        lock.lock();
        try {
            attempt.event().add(attempt);
            if (contains(attempt.event())) {
                attempts.add(attempt);
            }
            signal();
        } finally {
            lock.unlock();
        }
    }

    void ended(SimulatedEvent event, DeliveryState state, @Nullable String notSentReason) {
        lock.lock();
        try {
            event.end(state, notSentReason);
            if (contains(event)) {
                pending--;
            }
            signal();
        } finally {
            lock.unlock();
        }
    }

    /** Whether the event has not been discarded by a reset. */
    boolean contains(SimulatedEvent event) {
        lock.lock();
        try {
            return event.number() > forgotten;
        } finally {
            lock.unlock();
        }
    }

    void clear() {
        lock.lock();
        try {
            events.clear();
            attempts.clear();
            pending = 0;
            forgotten = lastNumber;
            signal();
        } finally {
            lock.unlock();
        }
    }

    List<SimulatedEvent> events() {
        lock.lock();
        try {
            return List.copyOf(events);
        } finally {
            lock.unlock();
        }
    }

    List<DeliveryAttempt> attempts() {
        lock.lock();
        try {
            return List.copyOf(attempts);
        } finally {
            lock.unlock();
        }
    }

    boolean isSettled() {
        lock.lock();
        try {
            return pending == 0;
        } finally {
            lock.unlock();
        }
    }

    /** The number of changes so far. */
    long version() {
        lock.lock();
        try {
            return version;
        } finally {
            lock.unlock();
        }
    }

    /** Waits for a change after the given version; returns the remaining nanoseconds. */
    long awaitAfter(long seen, long nanos) throws InterruptedException {
        lock.lock();
        try {
            long left = nanos;
            while (version == seen && left > 0) {
                left = changed.awaitNanos(left);
            }
            return left;
        } finally {
            lock.unlock();
        }
    }

    private void signal() {
        version++;
        changed.signalAll();
    }
}
