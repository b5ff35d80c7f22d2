package io.github.csscallback.receiver.admission;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * The delivery log of one process: bounded, in memory, forgotten when the process ends. After a restart, and for a second
 * process, a repeat is a first delivery.
 *
 * <p>Beyond its capacity the delivery that was done longest ago is forgotten first, so that a repeat of it would be handled
 * again; one in progress is never forgotten before its lease ends, and when all places are in progress a claim throws
 * {@link IllegalStateException}. Takes about 150 bytes for each delivery remembered. Safe for use by several threads.
 */
public final class InMemoryDeliveryLog implements DeliveryLog {

    private final int capacity;
    private final Duration remembers;
    private final Clock clock;

    private final Object lock = new Object();
    private final Map<DeliveryId, Lease> inProgress = new HashMap<>();
    /** In the order of their becoming done, so that the oldest comes first. */
    private final LinkedHashMap<DeliveryId, Instant> done = new LinkedHashMap<>();

    private long lastNumber;

    private record Lease(long number, Instant end) {}

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
        Instant now = clock.instant();
        synchronized (lock) {
            forgetOld(now);
            if (done.containsKey(id)) {
                return new Claim.Done();
            }
            Lease held = inProgress.get(id);
            if (held != null && held.end().isAfter(now)) {
                return new Claim.InProgress();
            }
            if (held == null) {
                makeRoom(now);
            }
            Lease mine = new Lease(++lastNumber, now.plus(lease));
            inProgress.put(id, mine);
            return new Claim.First(new ClaimToken(id, mine.number()));
        }
    }

    private void forgetOld(Instant now) {
        Iterator<Instant> ages = done.values().iterator();
        while (ages.hasNext() && !ages.next().plus(remembers).isAfter(now)) {
            ages.remove();
        }
    }

    private void makeRoom(Instant now) {
        if (done.size() + inProgress.size() < capacity) {
            return;
        }
        Iterator<DeliveryId> oldest = done.keySet().iterator();
        if (oldest.hasNext()) {
            oldest.next();
            oldest.remove();
            return;
        }
        inProgress.values().removeIf(held -> !held.end().isAfter(now));
        if (inProgress.size() >= capacity) {
            throw new IllegalStateException(
                    "all " + capacity + " places of the delivery log are in progress; give it a larger capacity");
        }
    }

    @Override
    public void done(ClaimToken token) {
        Instant now = clock.instant();
        synchronized (lock) {
            if (holds(token)) {
                inProgress.remove(token.id());
                done.put(token.id(), now);
            }
        }
    }

    @Override
    public void release(ClaimToken token) {
        synchronized (lock) {
            if (holds(token)) {
                inProgress.remove(token.id());
            }
        }
    }

    private boolean holds(ClaimToken token) {
        Lease held = inProgress.get(token.id());
        return held != null && held.number() == token.number();
    }

    @Override
    public Duration remembers() {
        return remembers;
    }

    /** Sets up an {@link InMemoryDeliveryLog}. Not safe for use by several threads. */
    public static final class Builder {

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
         * @param time a positive length of time
         * @return this
         */
        public Builder remembers(Duration time) {
            if (time.isNegative() || time.isZero()) {
                throw new IllegalArgumentException("the time to remember must be positive, not " + time);
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
