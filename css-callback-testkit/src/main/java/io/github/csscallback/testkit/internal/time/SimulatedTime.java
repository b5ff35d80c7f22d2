package io.github.csscallback.testkit.internal.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * Time that stands still unless it is moved. One thread at a time works through what falls due, entry by entry, the clock
 * stepping from one due instant to the next. Whoever asks for more meanwhile, from within an entry or on another thread,
 * only adds to the running thread's work and does not wait for it: a handler that sends an event while its own packet is
 * being delivered could wait for ever.
 */
public final class SimulatedTime implements Scheduler {

    /** So many entries in one go look like a handler that answers each event with another. */
    private static final int MOST_AT_ONCE = 1_000_000;

    private final Instant start;
    private final Clock clock;
    private final PriorityQueue<Planned> queue = new PriorityQueue<>(Comparator.comparing((Planned entry) -> entry.due)
            .thenComparingLong(entry -> entry.number)
            .thenComparingLong(entry -> entry.order));

    private Instant now;
    /** How far the running thread shall go. */
    private Instant target;
    /** Whether it shall go on beyond, until nothing is left. */
    private boolean untilEmpty;

    private boolean running;
    private boolean closed;
    private long entries;

    /**
     * Time that has not moved yet.
     *
     * @param start where it begins
     */
    public SimulatedTime(Instant start) {
        this.start = start;
        this.now = start;
        this.target = start;
        this.clock = new StandingClock(ZoneOffset.UTC);
    }

    @Override
    public Clock clock() {
        return clock;
    }

    private synchronized Instant now() {
        return now;
    }

    @Override
    public synchronized Entry at(Instant due, long number, Runnable work) {
        Planned entry = new Planned(due.isBefore(now) ? now : due, number, entries++, work);
        if (!closed) {
            queue.add(entry);
        }
        return entry;
    }

    @Override
    public void catchUp() {
        advance(Duration.ZERO);
    }

    @Override
    public void advance(Duration by) {
        synchronized (this) {
            target = target.plus(by);
            if (running || closed) {
                return;
            }
            running = true;
        }
        run();
    }

    @Override
    public void exhaust() {
        synchronized (this) {
            untilEmpty = true;
            if (running || closed) {
                return;
            }
            running = true;
        }
        run();
    }

    private void run() {
        boolean done = false;
        try {
            for (int i = 0; i < MOST_AT_ONCE; i++) {
                Planned next = next();
                if (next == null) {
                    done = true;
                    return;
                }
                next.work.run();
            }
            throw new IllegalStateException(
                    MOST_AT_ONCE
                            + " attempts in one go and still something falls due; does your handler cause an event for each event?");
        } finally {
            if (!done) {
                abandon();
            }
        }
    }

    /** The next entry to work on, with the clock set to it; at the end, null and the clock at its target. */
    private synchronized @Nullable Planned next() {
        Planned head = closed ? null : queue.peek();
        if (head != null && (untilEmpty || !head.due.isAfter(target))) {
            queue.remove();
            if (head.due.isAfter(now)) {
                now = head.due;
            }
            if (now.isAfter(target)) {
                target = now;
            }
            return head;
        }
        now = target;
        untilEmpty = false;
        running = false;
        return null;
    }

    private synchronized void abandon() {
        target = now;
        untilEmpty = false;
        running = false;
    }

    @Override
    public synchronized void reset() {
        queue.clear();
        now = start;
        target = start;
        untilEmpty = false;
    }

    @Override
    public synchronized void close() {
        closed = true;
        queue.clear();
    }

    @Override
    public boolean awaitEnd(Duration atMost) {
        return true;
    }

    private final class Planned implements Entry {

        private final Instant due;
        private final long number;
        private final long order;
        private final Runnable work;

        Planned(Instant due, long number, long order, Runnable work) {
            this.due = due;
            this.number = number;
            this.order = order;
            this.work = work;
        }

        @Override
        public boolean cancel() {
            synchronized (SimulatedTime.this) {
                return queue.remove(this);
            }
        }
    }

    /** Shows the simulated time, in any zone. */
    private final class StandingClock extends Clock {

        private final ZoneId zone;

        StandingClock(ZoneId zone) {
            this.zone = zone;
        }

        @Override
        public ZoneId getZone() {
            return zone;
        }

        @Override
        public Clock withZone(ZoneId other) {
            return new StandingClock(other);
        }

        @Override
        public Instant instant() {
            return now();
        }

        @Override
        public String toString() {
            return "simulated time, now " + instant();
        }
    }
}
