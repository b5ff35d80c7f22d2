package io.github.csscallback.core.event.moderation;

import io.github.csscallback.core.field.Fields;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A language or a speaker that was recognized: an element of {@code language_results} or {@code speaker_results} in an
 * {@code AudioAuditEvent}.
 *
 * @param label {@code Label}, also read as {@code label}: which language or speaker
 * @param score {@code Score}
 * @param startTime {@code StartTime} in seconds with a fraction, from the beginning of the piece
 * @param endTime {@code EndTime} in seconds with a fraction, from the beginning of the piece
 * @see <a href="https://www.tencentcloud.com/document/product/267/58643">Documentation, intl 58643</a>
 */
public record AudioSpanResult(
        @Nullable String label,
        @Nullable Integer score,
        @Nullable Duration startTime,
        @Nullable Duration endTime) {

    public static AudioSpanResult from(Fields f) {
        return new AudioSpanResult(
                f.text(f.either("Label", "label")),
                f.intNumber("Score"),
                f.fractionalSeconds("StartTime"),
                f.fractionalSeconds("EndTime"));
    }
}
