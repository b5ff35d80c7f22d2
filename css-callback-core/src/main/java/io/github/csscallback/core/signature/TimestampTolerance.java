package io.github.csscallback.core.signature;

import java.time.Duration;

/**
 * The tolerated distance between a packet's {@code t} and the current time. CSS sets {@code t} to an expiry about 10
 * minutes after sending. A packet is rejected as expired if its {@code t} passed longer ago than {@code past}, and as
 * not yet valid if it lies further ahead than {@code future}.
 *
 * <p>Retries go on for 12 to 16 minutes, and it is not documented that they are signed anew, so a strict expiry would
 * lose genuine late deliveries. Within the tolerance a captured packet can be sent again; the receiver suppresses it as
 * a duplicate.
 *
 * @param future the longest time that {@code t} may lie ahead; positive, at most 100 years
 * @param past the longest time since {@code t}; zero or positive, at most 100 years
 */
public record TimestampTolerance(Duration future, Duration past) {

    /** Keeps the arithmetic on instants in range. */
    private static final Duration LONGEST = Duration.ofDays(36_500);

    /**
     * Checks the durations.
     *
     * @throws IllegalArgumentException if a duration is out of range
     */
    public TimestampTolerance {
        if (future.isNegative() || future.isZero() || future.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "timestampTolerance: future must be positive and at most 100 years, not " + future);
        }
        if (past.isNegative() || past.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "timestampTolerance: past must not be negative and at most 100 years, not " + past);
        }
    }

    /**
     * Returns a tolerance.
     *
     * @throws IllegalArgumentException if a duration is out of range
     */
    public static TimestampTolerance of(Duration future, Duration past) {
        return new TimestampTolerance(future, past);
    }

    /** Returns the default: 15 minutes in the future, 10 minutes in the past. */
    public static TimestampTolerance defaults() {
        return new TimestampTolerance(Duration.ofMinutes(15), Duration.ofMinutes(10));
    }

    /**
     * Returns how long one packet can be accepted, {@code future + past}: the least retention of an idempotency store.
     */
    public Duration window() {
        return future.plus(past);
    }
}
