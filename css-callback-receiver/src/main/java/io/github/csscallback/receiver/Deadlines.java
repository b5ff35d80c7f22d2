package io.github.csscallback.receiver;

import io.github.csscallback.core.event.CallbackEvent;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How long a handler may take before CSS is told to try again. CSS gives up after 20 s (intl 38080); type 321 says itself,
 * in {@code timeout}, how long it waits, 5 s in its sample (intl 53310).
 */
record Deadlines(Duration usual) {

    static final Duration STANDARD = Duration.ofSeconds(15);

    private static final int PUSH_EXCEPTION_NUMBER = 321;
    private static final Duration PUSH_EXCEPTION = Duration.ofSeconds(4);
    private static final Duration MARGIN = Duration.ofSeconds(1);
    private static final Duration LEAST = Duration.ofSeconds(1);
    /** Nobody waits longer, and the arithmetic on nanoseconds stays in range. */
    private static final Duration LONGEST = Duration.ofDays(1);

    Duration of(CallbackEvent event) {
        if (event.type().number() != PUSH_EXCEPTION_NUMBER) {
            return usual;
        }
        Duration timeout = event.fields().millis("timeout");
        Duration own = timeout == null ? PUSH_EXCEPTION : least(PUSH_EXCEPTION, timeout.minus(MARGIN));
        return least(usual, own.compareTo(LEAST) < 0 ? LEAST : own);
    }

    private static Duration least(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    /** Refuses a lease that ends while a handler still has time. */
    static void requireWithin(Duration lease, Duration deadline) {
        if (lease.compareTo(deadline) < 0) {
            throw new IllegalStateException("the lease, " + lease + ", ends before the deadline, " + deadline
                    + ": a retry could be handled beside the first delivery");
        }
    }

    static Duration checked(@Nullable Duration deadline) {
        if (deadline == null || deadline.isNegative() || deadline.isZero() || deadline.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("a deadline must be positive and at most a day, not " + deadline);
        }
        return deadline;
    }
}
