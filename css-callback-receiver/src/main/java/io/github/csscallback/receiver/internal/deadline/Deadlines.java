package io.github.csscallback.receiver.internal.deadline;

import io.github.csscallback.core.event.CallbackEvent;
import java.time.Duration;

/**
 * The deadline of each delivery: the configured one, or a second before CSS gives up if that is earlier.
 *
 * @param usual the configured deadline
 */
public record Deadlines(Duration usual) {

    public static final Duration DEFAULT = Duration.ofSeconds(15);

    private static final Duration MARGIN = Duration.ofSeconds(1);
    private static final Duration SHORTEST = Duration.ofSeconds(1);

    public Duration of(CallbackEvent event) {
        Duration allowed = event.type().responseTimeout(event.fields()).minus(MARGIN);
        return min(usual, allowed.compareTo(SHORTEST) < 0 ? SHORTEST : allowed);
    }

    private static Duration min(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }
}
