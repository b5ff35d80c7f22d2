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
 * Simulated time. One thread at a time runs the tasks that are due, while the clock advances from one due instant to
 * the next. A call to advance during such a run, by a task or another thread, extends the run and returns at once: a
 * handler that emits an event while its own packet is being delivered must not wait for itself.
 */
public final class SimulatedTimeScheduler implements Scheduler {

    /** A greater number of tasks in one run indicates a handler that causes an event for each event. */
    private static final int MOST_AT_ONCE = 1_000_000;

    private final Instant start;
    private final Clock clock;
    private final PriorityQueue<Planned> queue = new PriorityQueue<>(Comparator.comparing((Planned entry) -> entry.due)
            .thenComparingLong(entry -> entry.number)
            .thenComparingLong(entry -> entry.order));

    private Instant now;
    /** The time that the current run advances to. */
    private Instant target;
    /** Whether the current run continues until no task is left. */
    private boolean untilEmpty;

    private boolean running;
    private boolean closed;
    private long entries;

    /**
     * @param start the initial time
     */
    public SimulatedTimeScheduler(Instant start) {
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

    /**
     * Removes the next due task and sets the clock to it; if there is none, returns null and sets the clock to the
     * target.
     */
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
            synchronized (SimulatedTimeScheduler.this) {
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
