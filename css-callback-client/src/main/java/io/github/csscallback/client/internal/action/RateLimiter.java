package io.github.csscallback.client.internal.action;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Keeps calls of one action apart, whatever number of threads makes them. A clock that is set back does not make anybody
 * wait for the time to come again. Safe for use by several threads.
 */
final class RateLimiter {

    private final Clock clock;
    private final Duration interval;
    private Instant last;
    private Instant next;

    RateLimiter(Clock clock, Duration interval) {
        this.clock = clock;
        this.interval = interval;
        this.last = clock.instant();
        this.next = last;
    }

    /** Reserves the next turn and returns the delay until it. */
    synchronized Duration untilTurn() {
        Instant now = clock.instant();
        if (now.isBefore(last)) {
            next = next.minus(Duration.between(now, last));
        }
        last = now;
        Instant turn = now.isBefore(next) ? next : now;
        next = turn.plus(interval);
        return Duration.between(now, turn);
    }
}
