package io.github.csscallback.core.event;

import java.time.Duration;
import java.util.Objects;

/**
 * How CSS repeats a delivery that was not acknowledged: {@code count} further attempts, {@code interval} apart.
 *
 * @param count the number of attempts after the first, 0 or more
 * @param interval the time from the end of one attempt to the start of the next, positive
 */
public record RetrySchedule(int count, Duration interval) {

    /**
     * Checks the arguments.
     *
     * @throws IllegalArgumentException if {@code count} is negative or {@code interval} is not positive
     */
    public RetrySchedule {
        Objects.requireNonNull(interval, "interval");
        if (count < 0) {
            throw new IllegalArgumentException("count must not be negative: " + count);
        }
        if (interval.isNegative() || interval.isZero()) {
            throw new IllegalArgumentException("interval must be positive: " + interval);
        }
    }
}
