package io.github.csscallback.receiver.admission;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * The delivery log of one process: bounded, in memory, forgotten when the process ends. After a restart, and for a second
 * process, a repeat is a first delivery.
 *
 * <p>Beyond its capacity the delivery that was done longest ago is forgotten first, so that a repeat of it would be handled
 * again; one in progress is never forgotten before its lease ends, and when all places are in progress a claim throws
 * {@link IllegalStateException}. Takes 40 to 80 bytes for each delivery remembered. Safe for use by several threads.
 */
public final class InMemoryDeliveryLog implements DeliveryLog {

    private static final Claim IN_PROGRESS = new Claim.InProgress();
    private static final Claim DONE = new Claim.Done();

    private final int capacity;
    private final Duration remembers;
    private final Clock clock;

    private final Object lock = new Object();
    private final Map<DeliveryId, Lease> inProgress = new HashMap<>();
    private final DoneDeliveries done = new DoneDeliveries();

    private long lastNumber;

    private record Lease(long number, long untilMillis) {}

    private InMemoryDeliveryLog(Builder builder) {
        this.capacity = builder.capacity;
        this.remembers = builder.remembers;
        this.clock = builder.clock;
    }

    /**
     * Begins a log.
     *
     * @return a builder: 1,000,000 deliveries, 30 minutes, the system clock
     */
    public static Builder builder() {
        return new Builder();
    }

    @Override
    public Claim claim(DeliveryId id, Duration lease) {
        long now = clock.millis();
        synchronized (lock) {
            forgetOld(now);
            if (done.contains(id)) {
                return DONE;
            }
            Lease held = inProgress.get(id);
            if (held != null && held.untilMillis() > now) {
                return IN_PROGRESS;
            }
            if (held == null) {
                makeRoom(now);
            }
            inProgress.put(id, new Lease(++lastNumber, now + lease.toMillis()));
            return new Claim.First(new ClaimToken(id, lastNumber));
        }
    }

    private void forgetOld(long now) {
        while (done.size() > 0 && done.oldestUntil() <= now) {
            done.removeOldest();
        }
    }

    private void makeRoom(long now) {
        if (done.size() + inProgress.size() < capacity) {
            return;
        }
        if (done.size() > 0) {
            done.removeOldest();
            return;
        }
        inProgress.values().removeIf(held -> held.untilMillis() <= now);
        if (inProgress.size() >= capacity) {
            throw new IllegalStateException(
                    "all " + capacity + " places of the delivery log are in progress; give it a larger capacity");
        }
    }

    @Override
    public void done(ClaimToken token) {
        long now = clock.millis();
        synchronized (lock) {
            if (giveUp(token)) {
                done.add(token.id(), now + remembers.toMillis());
            }
        }
    }

    @Override
    public void release(ClaimToken token) {
        synchronized (lock) {
            giveUp(token);
        }
    }

    /** Takes the delivery out of those in progress; false, and nothing done, if somebody else has it by now. */
    private boolean giveUp(ClaimToken token) {
        Lease held = inProgress.remove(token.id());
        if (held == null) {
            return false;
        }
        if (held.number() != token.number()) {
            inProgress.put(token.id(), held);
            return false;
        }
        return true;
    }

    @Override
    public Duration remembers() {
        return remembers;
    }

    /** Sets up an {@link InMemoryDeliveryLog}. Not safe for use by several threads. */
    public static final class Builder {

        private static final Duration LONGEST = Duration.ofDays(365);

        private int capacity = 1_000_000;
        private Duration remembers = Duration.ofMinutes(30);
        private Clock clock = Clock.systemUTC();

        private Builder() {}

        /**
         * How many deliveries to hold, in progress and done together.
         *
         * @param deliveries at least 1
         * @return this
         */
        public Builder capacity(int deliveries) {
            if (deliveries < 1) {
                throw new IllegalArgumentException("capacity must be at least 1, not " + deliveries);
            }
            this.capacity = deliveries;
            return this;
        }

        /**
         * How long to remember a delivery after it is done.
         *
         * @param time a positive length of time, at most 365 days
         * @return this
         */
        public Builder remembers(Duration time) {
            if (time.isNegative() || time.isZero() || time.compareTo(LONGEST) > 0) {
                throw new IllegalArgumentException(
                        "the time to remember must be positive and at most 365 days, not " + time);
            }
            this.remembers = time;
            return this;
        }

        /**
         * The clock that ends leases and memories.
         *
         * @param source the clock
         * @return this
         */
        public Builder clock(Clock source) {
            this.clock = Objects.requireNonNull(source, "source");
            return this;
        }

        /**
         * Makes the log.
         *
         * @return an empty log
         */
        public InMemoryDeliveryLog build() {
            return new InMemoryDeliveryLog(this);
        }
    }
}
