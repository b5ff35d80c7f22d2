package io.github.csscallback.receiver.idempotency;

import java.time.Clock;
import java.time.Duration;
import java.util.Objects;

/**
 * The delivery log of one process: bounded, in memory, forgotten when the process ends. After a restart, and for a second
 * process, a repeat is a first delivery.
 *
 * <p>Beyond its capacity the delivery that was done longest ago is forgotten first, so that a repeat of it would be handled
 * again; one in progress is never forgotten before its lease ends, and when all places are in progress a claim throws
 * {@link IllegalStateException}. From a capacity of 65,536 on it has 16 parts of equal size, so that threads seldom wait for
 * each other; a delivery's identity says which is its part, and all this holds within each part: of the default 1,000,000 the
 * first part is full at some 990,000.
 *
 * <p>Takes 48 to 96 bytes for each delivery remembered. Safe for use by several threads.
 */
public final class InMemoryIdempotencyStore implements IdempotencyStore {

    private static final int PARTS = 16;
    private static final int LEAST_IN_PARTS = PARTS * 4096;

    private final ClaimShard[] parts;
    private final Duration retention;
    private final Clock clock;

    private InMemoryIdempotencyStore(Builder builder) {
        this.parts = new ClaimShard[builder.capacity < LEAST_IN_PARTS ? 1 : PARTS];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = new ClaimShard((int) (((long) builder.capacity + i) / parts.length));
        }
        this.retention = builder.retention;
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
    public Claim claim(IdempotencyKey id, Duration lease) {
        return partOf(id).claim(id, clock.millis(), lease);
    }

    @Override
    public void markHandled(ClaimToken token) {
        partOf(token.id()).markHandled(token, clock.millis() + retention.toMillis());
    }

    @Override
    public void release(ClaimToken token) {
        partOf(token.id()).release(token);
    }

    private ClaimShard partOf(IdempotencyKey id) {
        return parts[(ClaimTable.hash(id) >>> 28) & (parts.length - 1)]; // the lowest bits say the place in the part
    }

    @Override
    public Duration retention() {
        return retention;
    }

    /** Sets up an {@link InMemoryIdempotencyStore}. Not safe for use by several threads. */
    public static final class Builder {

        private static final Duration LONGEST = Duration.ofDays(365);

        private int capacity = 1_000_000;
        private Duration retention = Duration.ofMinutes(30);
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
        public Builder retention(Duration time) {
            if (time.isNegative() || time.isZero() || time.compareTo(LONGEST) > 0) {
                throw new IllegalArgumentException(
                        "the time to remember must be positive and at most 365 days, not " + time);
            }
            this.retention = time;
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
        public InMemoryIdempotencyStore build() {
            return new InMemoryIdempotencyStore(this);
        }
    }
}
