package io.github.csscallback.core.event.moderation;

import io.github.csscallback.core.field.Fields;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Detected moaning: an element of {@code moan_results} in an {@code AudioAuditEvent}.
 *
 * @param label {@code Label}, also read as {@code label}: always {@code Moan} according to the documentation, but
 *     {@code Ad} in its sample
 * @param score {@code Score}
 * @param suggestion {@code Suggestion}
 * @param startTime {@code StartTime} in seconds with a fraction, from the beginning of the piece
 * @param endTime {@code EndTime} in seconds with a fraction, from the beginning of the piece
 * @param subLabel {@code SubLabel}
 * @see <a href="https://www.tencentcloud.com/document/product/267/58643">Documentation, intl 58643</a>
 */
public record AudioMoanResult(
        @Nullable ModerationLabel label,
        @Nullable Integer score,
        @Nullable Suggestion suggestion,
        @Nullable Duration startTime,
        @Nullable Duration endTime,
        @Nullable String subLabel) {

    public static AudioMoanResult from(Fields f) {
        return new AudioMoanResult(
                f.textAs(f.either("Label", "label"), ModerationLabel::new),
                f.intNumber("Score"),
                f.textAs("Suggestion", Suggestion::new),
                f.fractionalSeconds("StartTime"),
                f.fractionalSeconds("EndTime"),
                f.text("SubLabel"));
    }
}
