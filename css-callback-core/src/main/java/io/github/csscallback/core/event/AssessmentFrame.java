package io.github.csscallback.core.event;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The score of one frame: an element of {@code frames} in {@link AssessmentThresholdEvent} and {@link
 * AssessmentAverageEvent} (intl 73167, 73168).
 *
 * @param score {@code score}, by the event's metric
 * @param time {@code time}, in milliseconds
 */
public record AssessmentFrame(
        @Nullable Double score, @Nullable Instant time) {

    static AssessmentFrame from(Fields f) {
        return new AssessmentFrame(f.decimal("score"), f.unixMillis("time"));
    }
}
