package io.github.csscallback.client.internal.call;

import io.github.csscallback.client.retry.RetryPolicy;
import java.time.Duration;
import java.util.function.DoubleSupplier;

/** How long to wait before an attempt: doubling, by half of it at random, bounded. */
final class Backoff {

    /** Rates are counted by the second, so an earlier attempt would be rejected again. */
    private static final Duration AFTER_RATE_LIMIT = Duration.ofSeconds(1);

    private final RetryPolicy policy;
    private final DoubleSupplier random;

    Backoff(RetryPolicy policy, DoubleSupplier random) {
        this.policy = policy;
        this.random = random;
    }

    /**
     * The delay after a failed attempt.
     *
     * @param attempt the number of the attempt that failed, from 1
     * @param rateLimited whether it failed for being one too many in a second
     */
    Duration after(int attempt, boolean rateLimited) {
        long doubled = policy.firstDelay().toMillis() << Math.min(attempt - 1, 20);
        long most = Math.min(doubled, policy.maxDelay().toMillis());
        long jittered = most / 2 + (long) (random.getAsDouble() * (most - most / 2));
        return rateLimited ? AFTER_RATE_LIMIT.plusMillis(jittered) : Duration.ofMillis(jittered);
    }

    /**
     * Whether there is room for one more attempt.
     *
     * @param attempt the number of the attempt that failed, from 1
     * @param elapsed since the first attempt began
     * @param delay how long would be waited
     */
    boolean allows(int attempt, Duration elapsed, Duration delay) {
        return attempt < policy.attempts() && elapsed.plus(delay).compareTo(policy.maxTime()) <= 0;
    }
}
