package io.github.csscallback.client.retry;

import java.time.Duration;

/**
 * How often and how long one call is tried. The policy does not decide which calls are retried: reads and writes that may
 * be repeated, and requests that cannot have reached the service. A second create is never sent while the first may have
 * worked.
 *
 * <p>The delay doubles from attempt to attempt, by half of it at random, so that many clients do not come back together.
 *
 * @param attempts how many in all, at least 1; 1 means never again, not even after a correction of the clock
 * @param firstDelay about how long to wait before the second attempt; after a rate limit at least a second
 * @param maxDelay the most between two attempts
 * @param maxTime the most from the first attempt to the beginning of the last
 */
public record RetryPolicy(int attempts, Duration firstDelay, Duration maxDelay, Duration maxTime) {

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if there is no attempt, or a time is negative
     */
    public RetryPolicy {
        if (attempts < 1) {
            throw new IllegalArgumentException("attempts must be at least 1; use RetryPolicy.none() for no retry");
        }
        if (firstDelay.isNegative() || maxDelay.isNegative() || maxTime.isNegative()) {
            throw new IllegalArgumentException("the times of a retry policy must not be negative");
        }
    }

    /** 4 attempts, from 250 milliseconds up to 5 seconds apart, within 30 seconds. */
    public static RetryPolicy defaults() {
        return new RetryPolicy(4, Duration.ofMillis(250), Duration.ofSeconds(5), Duration.ofSeconds(30));
    }

    /** One attempt. */
    public static RetryPolicy none() {
        return new RetryPolicy(1, Duration.ZERO, Duration.ZERO, Duration.ZERO);
    }
}
