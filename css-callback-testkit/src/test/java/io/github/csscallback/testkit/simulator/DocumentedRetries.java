package io.github.csscallback.testkit.simulator;

import io.github.csscallback.core.event.EventType;
import io.github.csscallback.core.event.RetrySchedule;
import java.time.Duration;

/** What the documents say of retries, written down once more: the simulator must not be measured by its own table. */
final class DocumentedRetries {

    private DocumentedRetries() {}

    static RetrySchedule of(EventType type) {
        return switch (type.number()) {
            case 200 -> new RetrySchedule(5, Duration.ofMinutes(2));
            case 8, 338, 347 -> new RetrySchedule(3, Duration.ofMinutes(1));
            default -> new RetrySchedule(12, Duration.ofMinutes(1));
        };
    }
}
