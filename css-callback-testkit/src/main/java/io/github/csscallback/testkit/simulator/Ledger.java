package io.github.csscallback.testkit.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** All deliveries and attempts in their order, and the place to wait for the next change of them. */
final class Ledger {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();

    private final List<SimulatedDelivery> deliveries = new ArrayList<>();
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

    void begun(SimulatedDelivery delivery) {
        lock.lock();
        try {
            deliveries.add(delivery);
            if (delivery.state() == DeliveryState.PENDING) {
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
            attempt.delivery().add(attempt);
            if (knows(attempt.delivery())) {
                attempts.add(attempt);
            }
            signal();
        } finally {
            lock.unlock();
        }
    }

    void ended(SimulatedDelivery delivery, DeliveryState state, @Nullable String why) {
        lock.lock();
        try {
            delivery.end(state, why);
            if (knows(delivery)) {
                pending--;
            }
            signal();
        } finally {
            lock.unlock();
        }
    }

    /** Whether a delivery has not been forgotten meanwhile. */
    boolean knows(SimulatedDelivery delivery) {
        lock.lock();
        try {
            return delivery.number() > forgotten;
        } finally {
            lock.unlock();
        }
    }

    void clear() {
        lock.lock();
        try {
            deliveries.clear();
            attempts.clear();
            pending = 0;
            forgotten = lastNumber;
            signal();
        } finally {
            lock.unlock();
        }
    }

    List<SimulatedDelivery> deliveries() {
        lock.lock();
        try {
            return List.copyOf(deliveries);
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
