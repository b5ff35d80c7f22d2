package io.github.csscallback.receiver.idempotency;

import java.time.Duration;

/** Some of the deliveries of an {@link InMemoryIdempotencyStore}, behind a lock of their own. Safe for use by several threads. */
final class ClaimShard {

    private static final Claim IN_PROGRESS = new Claim.InProgress();
    private static final Claim DONE = new Claim.AlreadyHandled();

    private final int capacity;
    private final Object lock = new Object();
    private final ClaimTable deliveries = new ClaimTable();

    private long lastNumber;

    ClaimShard(int capacity) {
        this.capacity = capacity;
    }

    Claim claim(IdempotencyKey id, long now, Duration lease) {
        synchronized (lock) {
            forgetOld(now);
            int row = deliveries.find(id);
            if (row == ClaimTable.NONE) {
                makeRoom(now);
                deliveries.add(id, ++lastNumber, now + lease.toMillis());
            } else if (deliveries.isDone(row)) {
                return DONE;
            } else if (deliveries.until(row) > now) {
                return IN_PROGRESS;
            } else {
                deliveries.renew(row, ++lastNumber, now + lease.toMillis());
            }
            return new Claim.Acquired(new ClaimToken(id, lastNumber));
        }
    }

    private void forgetOld(long now) {
        while (deliveries.oldestDone() != ClaimTable.NONE && deliveries.until(deliveries.oldestDone()) <= now) {
            deliveries.removeOldestDone();
        }
    }

    private void makeRoom(long now) {
        if (deliveries.size() < capacity) {
            return;
        }
        if (deliveries.oldestDone() != ClaimTable.NONE) {
            deliveries.removeOldestDone();
            return;
        }
        deliveries.removeEnded(now);
        if (deliveries.size() >= capacity) {
            throw new IllegalStateException(
                    "all " + capacity
                            + " places that the delivery log has for such a delivery are in progress; give it a larger capacity");
        }
    }

    void markHandled(ClaimToken token, long until) {
        synchronized (lock) {
            int row = deliveries.find(token.id());
            if (row != ClaimTable.NONE && deliveries.isClaimedBy(row, token.number())) {
                deliveries.setDone(row, until);
            }
        }
    }

    void release(ClaimToken token) {
        synchronized (lock) {
            int row = deliveries.find(token.id());
            if (row != ClaimTable.NONE && deliveries.isClaimedBy(row, token.number())) {
                deliveries.remove(row);
            }
        }
    }
}
