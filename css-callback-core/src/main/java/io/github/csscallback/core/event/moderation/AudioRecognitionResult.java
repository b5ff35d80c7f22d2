package io.github.csscallback.core.event.moderation;

import io.github.csscallback.core.field.Fields;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A recognized speaker: an element of {@code recognition_results} in an {@code AudioAuditEvent}.
 *
 * @param label {@code Label}, also read as {@code label}: {@code Teenager} or {@code Gender}
 * @param tags {@code Tags}, empty if there is no such list
 * @see <a href="https://www.tencentcloud.com/document/product/267/58643">Documentation, intl 58643</a>
 */
public record AudioRecognitionResult(@Nullable String label, List<Tag> tags) {

    public static AudioRecognitionResult from(Fields f) {
        return new AudioRecognitionResult(f.text(f.either("Label", "label")), f.objectsAs("Tags", Tag::from));
    }

    /**
     * One voice.
     *
     * @param name {@code Name}: {@code Teenager}, {@code Male} or {@code Female}
     * @param score {@code Score}
     * @param startTime {@code StartTime} in milliseconds, unlike elsewhere in this event
     * @param endTime {@code EndTime} in milliseconds, unlike elsewhere in this event
     */
    public record Tag(
            @Nullable String name,
            @Nullable Integer score,
            @Nullable Duration startTime,
            @Nullable Duration endTime) {

        public static Tag from(Fields f) {
            return new Tag(
                    f.text("Name"),
                    f.intNumber("Score"),
                    f.fractionalMillis("StartTime"),
                    f.fractionalMillis("EndTime"));
        }
    }
}
