package io.github.csscallback.core.event.moderation;

import io.github.csscallback.core.field.Fields;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Text found in a picture: an element of {@code ocrResults} in a {@code PornCensorshipEvent}.
 *
 * @param hitFlag {@code HitFlag}, 1 for a hit; in every sample, in no table
 * @param scene {@code Scene}, {@code OCR}
 * @param suggestion {@code Suggestion}
 * @param label {@code Label}, also read as {@code label}
 * @param subLabel {@code SubLabel}, may be empty
 * @param score {@code Score}
 * @param text {@code Text}, all of it
 * @param details {@code Details}, empty if there is no such list
 * @see <a href="https://www.tencentcloud.com/document/product/267/38084">Documentation, intl 38084</a>
 */
public record ImageOcrResult(
        @Nullable Integer hitFlag,
        @Nullable String scene,
        @Nullable Suggestion suggestion,
        @Nullable ModerationLabel label,
        @Nullable String subLabel,
        @Nullable Integer score,
        @Nullable String text,
        List<Detail> details) {

    /**
     * One piece of text.
     *
     * @param text {@code Text}, up to 5000 bytes
     * @param label {@code Label}, also read as {@code label}
     * @param keywords {@code Keywords} that were hit, empty if there is no such list
     * @param score {@code Score}
     * @param location {@code Location}
     */
    public record Detail(
            @Nullable String text,
            @Nullable ModerationLabel label,
            List<String> keywords,
            @Nullable Integer score,
            @Nullable ImageLocation location) {

        public static Detail from(Fields f) {
            return new Detail(
                    f.text("Text"),
                    f.textAs(f.either("Label", "label"), ModerationLabel::new),
                    f.texts("Keywords"),
                    f.intNumber("Score"),
                    ImageLocation.from(f.object("Location")));
        }
    }

    public static ImageOcrResult from(Fields f) {
        return new ImageOcrResult(
                f.intNumber("HitFlag"),
                f.text("Scene"),
                f.textAs("Suggestion", Suggestion::new),
                f.textAs(f.either("Label", "label"), ModerationLabel::new),
                f.text("SubLabel"),
                f.intNumber("Score"),
                f.text("Text"),
                f.objectsAs("Details", Detail::from));
    }
}
