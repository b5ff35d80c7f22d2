package io.github.csscallback.core.event.moderation;

import io.github.csscallback.core.field.Fields;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The moderation result for the transcript: an element of {@code text_results} in an {@code AudioAuditEvent}.
 *
 * @param label {@code Label}, also read as {@code label}
 * @param keywords {@code Keywords} that were hit, empty if there is no such list
 * @param libId {@code LibId}, may be empty
 * @param libName {@code LibName}, may be empty
 * @param libType {@code LibType}, the type of library; the documentation does not list its numbers
 * @param score {@code Score}
 * @param suggestion {@code Suggestion}
 * @param subLabel {@code SubLabel}, may be empty
 * @param hitInfos {@code HitInfos}, empty if there is no such list
 * @see <a href="https://www.tencentcloud.com/document/product/267/58643">Documentation, intl 58643</a>
 */
public record AudioTextResult(
        @Nullable ModerationLabel label,
        List<String> keywords,
        @Nullable String libId,
        @Nullable String libName,
        @Nullable Integer libType,
        @Nullable Integer score,
        @Nullable Suggestion suggestion,
        @Nullable String subLabel,
        List<HitInfo> hitInfos) {

    public static AudioTextResult from(Fields f) {
        return new AudioTextResult(
                f.textAs(f.either("Label", "label"), ModerationLabel::new),
                f.texts("Keywords"),
                f.text("LibId"),
                f.text("LibName"),
                f.intNumber("LibType"),
                f.intNumber("Score"),
                f.textAs("Suggestion", Suggestion::new),
                f.text("SubLabel"),
                f.objectsAs("HitInfos", HitInfo::from));
    }

    /**
     * A hit and its positions.
     *
     * @param type {@code Type}: {@code Model} or {@code Keyword}
     * @param keyword {@code Keyword}
     * @param libName {@code LibName}
     * @param positions {@code Positions}, empty if there is no such list
     */
    public record HitInfo(
            @Nullable String type,
            @Nullable String keyword,
            @Nullable String libName,
            List<Position> positions) {

        public static HitInfo from(Fields f) {
            return new HitInfo(
                    f.text("Type"), f.text("Keyword"), f.text("LibName"), f.objectsAs("Positions", Position::from));
        }
    }

    /**
     * A piece of the transcript.
     *
     * @param start {@code Start}
     * @param end {@code End}
     */
    public record Position(
            @Nullable Integer start, @Nullable Integer end) {

        public static Position from(Fields f) {
            return new Position(f.intNumber("Start"), f.intNumber("End"));
        }
    }
}
