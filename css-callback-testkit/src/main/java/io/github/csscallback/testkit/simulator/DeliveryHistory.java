package io.github.csscallback.testkit.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** All events and attempts in their order, and the place to wait for the next change of them. */
final class DeliveryHistory {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();

    private final List<SimulatedEvent> events = new ArrayList<>();
    private final List<DeliveryAttempt> attempts = new ArrayList<>();
    private long version;
    private long lastNumber;
    private int pending;
    /** Deliveries up to this number are forgotten. */
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
            if (knows(attempt.event())) {
                attempts.add(attempt);
            }
            signal();
        } finally {
            lock.unlock();
        }
    }

    void ended(SimulatedEvent event, DeliveryState state, @Nullable String why) {
        lock.lock();
        try {
            event.end(state, why);
            if (knows(event)) {
                pending--;
            }
            signal();
        } finally {
            lock.unlock();
        }
    }

    /** Whether a delivery has not been forgotten meanwhile. */
    boolean knows(SimulatedEvent event) {
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

    /** How often something changed. */
    long version() {
        lock.lock();
        try {
            return version;
        } finally {
            lock.unlock();
        }
    }

    /** Waits for a change after a version; returns how many nanoseconds are left of the time to wait. */
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
