package io.github.csscallback.receiver.idempotency;

import java.time.Duration;
import java.util.Objects;
import java.util.function.LongSupplier;

/**
 * An idempotency store for one process: bounded, in memory, lost when the process ends. After a restart, and in a second
 * process, a duplicate is handled again.
 *
 * <p>Beyond its capacity the event that was handled longest ago is forgotten first, so that a duplicate of it would be handled
 * again. An event in progress is never forgotten before its lease expires; when as many as the capacity are in progress a
 * claim throws {@link IllegalStateException}. Unsigned events, which anybody can send, have a share of their own beside the
 * capacity, an eighth of it (at least 1024, or the capacity if that is less), and never displace a signed one. A heap
 * too small for the capacity lowers it.
 *
 * <p>From a capacity of 65,536 on the store has 16 shards of equal size, so that threads seldom wait for each other; the key
 * determines the shard, and the rules above hold within each: of the default 1,000,000 the first shard is full at some
 * 990,000.
 *
 * <p>Takes 48 to 96 bytes for each event remembered. Times are measured by {@link System#nanoTime()}, so that setting the
 * clock does not end a lease. Safe for use by several threads.
 */
public final class InMemoryIdempotencyStore implements IdempotencyStore {

    private static final int SHARDS = 16;
    private static final int MIN_SHARDED = SHARDS * 4096;
    private static final int UNSIGNED_FRACTION = 8;
    private static final int MIN_UNSIGNED = 1024;

    private final ClaimShard[] signed;
    private final ClaimShard[] unsigned;
    private final int capacity;
    private final Duration retention;
    private final LongSupplier nanoTime;

    private InMemoryIdempotencyStore(Builder builder) {
        this.capacity = builder.capacity;
        this.signed = shards(capacity);
        this.unsigned = shards(Math.max(Math.min(capacity, MIN_UNSIGNED), capacity / UNSIGNED_FRACTION));
        this.retention = builder.retention;
        this.nanoTime = builder.nanoTime;
    }

    private static ClaimShard[] shards(int capacity) {
        ClaimShard[] shards = new ClaimShard[capacity < MIN_SHARDED ? 1 : SHARDS];
        for (int i = 0; i < shards.length; i++) {
            shards[i] = new ClaimShard((int) (((long) capacity + i) / shards.length), new ClaimTable());
        }
        return shards;
    }

    /** Returns a builder: 1,000,000 events, 30 minutes. */
    public static Builder builder() {
        return new Builder();
    }

    @Override
    public Claim claim(IdempotencyKey key, Duration lease) {
        return shardOf(key).claim(key, nanoTime.getAsLong(), lease);
    }

    @Override
    public void markHandled(ClaimToken token) {
        shardOf(token.key()).markHandled(token, nanoTime.getAsLong() + retention.toNanos());
    }

    @Override
    public void release(ClaimToken token) {
        shardOf(token.key()).release(token);
    }

    private ClaimShard shardOf(IdempotencyKey key) {
        ClaimShard[] shards = key.isSigned() ? signed : unsigned;
        return shards[(ClaimTable.hash(key) >>> 28) & (shards.length - 1)]; // the lowest bits index the shard's table
    }

    @Override
    public Duration retention() {
        return retention;
    }

    /** Returns how many signed events it holds. */
    public int capacity() {
        return capacity;
    }

    @Override
    public String toString() {
        return "InMemoryIdempotencyStore[capacity=" + capacity + ", retention=" + retention + "]";
    }

    /** Builds an {@link InMemoryIdempotencyStore}. Not safe for use by several threads. */
    public static final class Builder {

        private static final Duration MAX_RETENTION = Duration.ofDays(365);

        private int capacity = 1_000_000;
        private Duration retention = Duration.ofMinutes(30);
        private LongSupplier nanoTime = System::nanoTime;

        private Builder() {}

        /**
         * Sets how many signed events to hold, in progress and handled together.
         *
         * @param capacity at least 1
         */
        public Builder capacity(int capacity) {
            if (capacity < 1) {
                throw new IllegalArgumentException("capacity must be at least 1, not " + capacity);
            }
            this.capacity = capacity;
            return this;
        }

        /**
         * Sets how long to remember an event after it is handled.
         *
         * @param retention positive, at most 365 days
         */
        public Builder retention(Duration retention) {
            if (retention.isNegative() || retention.isZero() || retention.compareTo(MAX_RETENTION) > 0) {
                throw new IllegalArgumentException("retention must be positive and at most 365 days, not " + retention);
            }
            this.retention = retention;
            return this;
        }

        /** Sets the monotonic time source that ends leases and retention, for tests; default {@link System#nanoTime()}. */
        public Builder nanoTime(LongSupplier nanoTime) {
            this.nanoTime = Objects.requireNonNull(nanoTime, "nanoTime");
            return this;
        }

        /** Builds an empty store. */
        public InMemoryIdempotencyStore build() {
            return new InMemoryIdempotencyStore(this);
        }
    }
}
