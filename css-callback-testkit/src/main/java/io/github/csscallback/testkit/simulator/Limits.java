package io.github.csscallback.testkit.simulator;

import io.github.csscallback.core.event.EventType;
import java.time.Duration;
import java.util.Map;

/**
 * How long an answer may take and how often CSS tries again, for each kind.
 *
 * @param answerTimeout for every kind that has none of its own
 * @param answerTimeouts for single kinds
 * @param retries for single kinds, in place of the simulator's own
 */
record Limits(Duration answerTimeout, Map<EventType, Duration> answerTimeouts, Map<EventType, RetrySchedule> retries) {

    /** Documented (intl 38080). */
    static final Duration STANDARD_ANSWER_TIMEOUT = Duration.ofSeconds(20);

    /** What 321 says itself in its sample (intl 53310). */
    private static final Duration PUSH_EXCEPTION_TIMEOUT = Duration.ofSeconds(5);

    private static final Duration LONGEST = Duration.ofDays(1);

    private static final RetrySchedule TWELVE = new RetrySchedule(12, Duration.ofMinutes(1));
    private static final RetrySchedule THREE = new RetrySchedule(3, Duration.ofMinutes(1));
    private static final RetrySchedule SNAPSHOT = new RetrySchedule(5, Duration.ofMinutes(2));

    Limits {
        answerTimeouts = Map.copyOf(answerTimeouts);
        retries = Map.copyOf(retries);
    }

    /**
     * @throws IllegalArgumentException if a time is not positive, or longer than a day
     */
    static Duration positive(String what, Duration time) {
        if (time.isNegative() || time.isZero() || time.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("the " + what + " must be positive and at most a day, not " + time);
        }
        return time;
    }

    Duration answerTimeoutOf(EventType type) {
        Duration own = answerTimeouts.get(type);
        if (own != null) {
            return own;
        }
        return type.equals(EventType.PUSH_EXCEPTION) && PUSH_EXCEPTION_TIMEOUT.compareTo(answerTimeout) < 0
                ? PUSH_EXCEPTION_TIMEOUT
                : answerTimeout;
    }

    RetrySchedule retriesOf(EventType type) {
        RetrySchedule own = retries.get(type);
        if (own != null) {
            return own;
        }
        return switch (type.number()) {
            case 200 -> SNAPSHOT;
            case 8, 338, 347 -> THREE;
            default -> TWELVE;
        };
    }
}
