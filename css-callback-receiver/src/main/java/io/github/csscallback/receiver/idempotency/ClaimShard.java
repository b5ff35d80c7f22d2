package io.github.csscallback.receiver.idempotency;

import java.time.Duration;
import org.slf4j.LoggerFactory;

/**
 * Some of the events of an {@link InMemoryIdempotencyStore}, behind a lock of their own. Times are those of a monotonic clock,
 * in nanoseconds; only their differences mean something. Safe for use by several threads.
 */
final class ClaimShard {

    private static final Claim IN_PROGRESS = new Claim.InProgress();
    private static final Claim ALREADY_HANDLED = new Claim.AlreadyHandled();
    /** Keeps differences of times in range. */
    private static final Duration MAX_LEASE = Duration.ofDays(36_500);

    private final Object lock = new Object();
    private final ClaimTable table;
    private int capacity;
    private long lastNumber;

    ClaimShard(int capacity, ClaimTable table) {
        this.capacity = capacity;
        this.table = table;
    }

    Claim claim(IdempotencyKey key, long now, Duration lease) {
        long until = now + (lease.compareTo(MAX_LEASE) > 0 ? MAX_LEASE : lease).toNanos();
        synchronized (lock) {
            removeForgotten(now);
            int row = table.find(key);
            if (row == ClaimTable.NONE) {
                add(key, now, until);
            } else if (table.isDone(row)) {
                return ALREADY_HANDLED;
            } else if (table.until(row) - now > 0) {
                return IN_PROGRESS;
            } else {
                table.renew(row, ++lastNumber, until);
            }
            return new Claim.Acquired(new ClaimToken(key, lastNumber));
        }
    }

    private void removeForgotten(long now) {
        while (table.oldestDone() != ClaimTable.NONE && table.until(table.oldestDone()) - now <= 0) {
            table.removeOldestDone();
        }
    }

    private void add(IdempotencyKey key, long now, long until) {
        makeRoom(now);
        try {
            table.add(key, lastNumber + 1, until);
        } catch (OutOfMemoryError e) {
            if (table.size() == 0) {
                throw e;
            }
            LoggerFactory.getLogger(InMemoryIdempotencyStore.class)
                    .warn("the heap is too small for the capacity: {} events in place of {}", table.size(), capacity);
            capacity = table.size(); // trying to grow again at every claim would collect garbage at every claim
            makeRoom(now);
            table.add(key, lastNumber + 1, until);
        }
        lastNumber++;
    }

    private void makeRoom(long now) {
        if (table.size() < capacity) {
            return;
        }
        if (table.oldestDone() != ClaimTable.NONE) {
            table.removeOldestDone();
            return;
        }
        table.removeExpired(now);
        if (table.size() >= capacity) {
            throw new IllegalStateException("the idempotency store is full: all " + capacity
                    + " events that it can hold beside this one are in progress; give it a larger capacity");
        }
    }

    void markHandled(ClaimToken token, long until) {
        synchronized (lock) {
            int row = table.find(token.key());
            if (row != ClaimTable.NONE && table.isClaimedBy(row, token.number())) {
                table.setDone(row, until);
            }
        }
    }

    void release(ClaimToken token) {
        synchronized (lock) {
            int row = table.find(token.key());
            if (row != ClaimTable.NONE && table.isClaimedBy(row, token.number())) {
                table.remove(row);
            }
        }
    }
}
