package io.github.csscallback.core.event.quality;

import io.github.csscallback.core.field.Fields;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The score of one frame: an element of {@code frames} in {@code AssessmentThresholdEvent} and {@code
 * AssessmentAverageEvent}.
 *
 * @param score {@code score}, by the event's metric
 * @param time {@code time}, in milliseconds
 * @see <a href="https://www.tencentcloud.com/document/product/267/73167">Documentation, intl 73167</a>
 * @see <a href="https://www.tencentcloud.com/document/product/267/73168">Documentation, intl 73168</a>
 */
public record AssessmentFrame(
        @Nullable Double score, @Nullable Instant time) {

    public static AssessmentFrame from(Fields f) {
        return new AssessmentFrame(f.decimal("score"), f.unixMillis("time"));
    }
}
