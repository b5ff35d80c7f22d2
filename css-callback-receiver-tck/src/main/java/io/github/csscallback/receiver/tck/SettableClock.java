package io.github.csscallback.receiver.tck;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Objects;

/**
 * A clock for tests: it stands still until it is moved. Give it to the receiver and to the delivery log, and leases,
 * memories and the freshness of packets pass without waiting.
 *
 * <p>Safe for use by several threads. A clock {@link #withZone in another zone} shows the same time and moves with this
 * one.
 */
public final class SettableClock extends Clock {

    private final Hands hands;
    private final ZoneId zone;

    /** What the clocks of all zones show. */
    private static final class Hands {

        private Instant now;

        private Hands(Instant now) {
            this.now = now;
        }

        synchronized Instant now() {
            return now;
        }

        synchronized void advance(Duration time) {
            now = now.plus(time);
        }

        synchronized void moveTo(Instant instant) {
            now = instant;
        }
    }

    private SettableClock(Hands hands, ZoneId zone) {
        this.hands = hands;
        this.zone = zone;
    }

    /**
     * A clock that stands at a time.
     *
     * @param start the time
     * @return a clock in UTC
     */
    public static SettableClock at(Instant start) {
        return new SettableClock(new Hands(Objects.requireNonNull(start, "start")), ZoneOffset.UTC);
    }

    /**
     * Moves the clock.
     *
     * @param time how far; back if negative
     */
    public void advance(Duration time) {
        hands.advance(time);
    }

    /**
     * Moves the clock to a time.
     *
     * @param instant the time, before or after the present one
     */
    public void moveTo(Instant instant) {
        hands.moveTo(Objects.requireNonNull(instant, "instant"));
    }

    @Override
    public Instant instant() {
        return hands.now();
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public SettableClock withZone(ZoneId other) {
        return new SettableClock(hands, other);
    }

    @Override
    public String toString() {
        return "SettableClock[" + hands.now() + "]";
    }
}
