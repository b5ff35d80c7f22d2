package io.github.csscallback.receiver.admission;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The delivery log of one process: bounded, in memory, forgotten when the process ends. After a restart, and for a second
 * process, a repeat is a first delivery.
 *
 * <p>Beyond its capacity the delivery that was done longest ago is forgotten first, so that a repeat of it would be handled
 * again; one in progress is never forgotten before its lease ends, and when all places are in progress a claim throws
 * {@link IllegalStateException}. Takes about 150 bytes for each delivery remembered. Safe for use by several threads.
 */
public final class InMemoryDeliveryLog implements DeliveryLog {

    private static final Claim IN_PROGRESS = new Claim.InProgress();
    private static final Claim DONE = new Claim.Done();

    private final int capacity;
    private final Duration remembers;
    private final Clock clock;

    private final Object lock = new Object();
    private final Map<DeliveryId, Entry> entries = new HashMap<>();
    /** In the order of their becoming done, so that the oldest comes first. */
    private final ArrayDeque<Entry> done = new ArrayDeque<>();

    private long lastNumber;

    /** One delivery: in progress until a time, or done and remembered until a time. */
    private static final class Entry {

        private final DeliveryId id;
        private long number;
        private long untilMillis;
        private boolean isDone;

        Entry(DeliveryId id) {
            this.id = id;
        }
    }

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
            Entry entry = entries.get(id);
            if (entry == null) {
                makeRoom(now);
                entry = new Entry(id);
                entries.put(id, entry);
            } else if (entry.isDone) {
                return DONE;
            } else if (entry.untilMillis > now) {
                return IN_PROGRESS;
            }
            entry.number = ++lastNumber;
            entry.untilMillis = now + lease.toMillis();
            return new Claim.First(new ClaimToken(id, entry.number));
        }
    }

    private void forgetOld(long now) {
        Entry oldest = done.peekFirst();
        while (oldest != null && oldest.untilMillis <= now) {
            forgetOldest();
            oldest = done.peekFirst();
        }
    }

    private void forgetOldest() {
        entries.remove(done.removeFirst().id);
    }

    private void makeRoom(long now) {
        if (entries.size() < capacity) {
            return;
        }
        if (!done.isEmpty()) {
            forgetOldest();
            return;
        }
        entries.values().removeIf(inProgress -> inProgress.untilMillis <= now);
        if (entries.size() >= capacity) {
            throw new IllegalStateException(
                    "all " + capacity + " places of the delivery log are in progress; give it a larger capacity");
        }
    }

    @Override
    public void done(ClaimToken token) {
        long now = clock.millis();
        synchronized (lock) {
            Entry entry = heldBy(token);
            if (entry != null) {
                entry.isDone = true;
                entry.untilMillis = now + remembers.toMillis();
                done.addLast(entry);
            }
        }
    }

    @Override
    public void release(ClaimToken token) {
        synchronized (lock) {
            if (heldBy(token) != null) {
                entries.remove(token.id());
            }
        }
    }

    private @Nullable Entry heldBy(ClaimToken token) {
        Entry entry = entries.get(token.id());
        return entry != null && !entry.isDone && entry.number == token.number() ? entry : null;
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
