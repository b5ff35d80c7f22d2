package io.github.csscallback.testkit.simulator;

import java.time.Duration;
import java.util.Objects;

/**
 * How often and how far apart CSS tries again after the first attempt failed: {@code times} more attempts, so that there
 * are one more in all.
 *
 * <p>The simulator's own, unless you set others: 200 five times, 2 minutes apart; 338 and 347 three times (documented),
 * a minute apart (nobody says how far); 8 three times, a minute apart (2019); every other kind twelve times, a minute
 * apart, as the general page says of pushes, interruptions, recordings and moderation (intl 38080, zh 32744). Of 314, 321,
 * 328, 332, 341, 343, 344, 345, 348, 349 and of kinds to come nothing is documented: they get those twelve, too.
 *
 * @param times how many attempts follow the first, 0 or more
 * @param every how long after the end of one the next begins, positive, at most 7 days
 */
public record RetrySchedule(int times, Duration every) {

    private static final int MOST = 10_000;
    private static final Duration LONGEST = Duration.ofDays(7);

    /**
     * Checks the numbers.
     *
     * @param times as above
     * @param every as above
     * @throws IllegalArgumentException if {@code times} is negative or above 10,000, or {@code every} not positive or
     *     longer than 7 days
     */
    public RetrySchedule {
        Objects.requireNonNull(every, "every");
        if (times < 0 || times > MOST) {
            throw new IllegalArgumentException("times must be from 0 to " + MOST + ", not " + times);
        }
        if (every.isNegative() || every.isZero() || every.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("every must be positive and at most 7 days, not " + every);
        }
    }

    /**
     * No retry at all: an event that is not acknowledged at once is given up.
     *
     * @return a schedule of no times
     */
    public static RetrySchedule none() {
        return new RetrySchedule(0, Duration.ofMinutes(1));
    }
}
