package io.github.csscallback.core.signature;

import java.time.Duration;

/**
 * How far a packet's {@code t} may be from now. {@code t} is an expiry, set by CSS about 10 minutes after sending; a
 * packet's {@code t} that passed longer ago than {@code past}, or that lies further ahead than {@code ahead}, is refused.
 *
 * <p>Retries go on for 12 to 16 minutes and no page says that they are signed anew (protocol page intl 38080), so a strict
 * expiry would lose genuine late deliveries. Within the window a packet that somebody saw can be sent again: the receiver
 * sorts out repeats by identity.
 *
 * @param ahead the furthest that {@code t} may lie in the future; positive
 * @param past how long ago {@code t} may have passed; zero or positive
 */
public record Freshness(Duration ahead, Duration past) {

    /** No genuine use needs more, and the arithmetic on times stays in range. */
    private static final Duration LONGEST = Duration.ofDays(36_500);

    /**
     * Checks the window.
     *
     * @param ahead the furthest that {@code t} may lie in the future; positive
     * @param past how long ago {@code t} may have passed; zero or positive
     * @throws IllegalArgumentException if one of them is out of range
     */
    public Freshness {
        if (ahead.isNegative() || ahead.isZero() || ahead.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("freshness: ahead must be positive and at most 100 years, not " + ahead);
        }
        if (past.isNegative() || past.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "freshness: past must not be negative and at most 100 years, not " + past);
        }
    }

    /**
     * The default: at most 15 minutes ahead, at most 10 minutes past.
     *
     * @return the default window
     */
    public static Freshness standard() {
        return new Freshness(Duration.ofMinutes(15), Duration.ofMinutes(10));
    }

    /**
     * How long one packet can stay fresh: what was handled must be remembered at least as long.
     *
     * @return ahead + past
     */
    public Duration window() {
        return ahead.plus(past);
    }
}
