package io.github.csscallback.core.event.moderation;

import io.github.csscallback.core.field.Fields;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Similarity to pictures of a library: an element of {@code libResults} in a {@code PornCensorshipEvent}.
 *
 * @param hitFlag {@code HitFlag}, 1 for a hit; in the samples of the other results, in no table
 * @param scene {@code Scene}, {@code Similar}
 * @param suggestion {@code Suggestion}
 * @param label {@code Label}, also read as {@code label}
 * @param subLabel {@code SubLabel}, may be empty
 * @param score {@code Score}
 * @param details {@code Details}, empty if there is no such list
 * @see <a href="https://www.tencentcloud.com/document/product/267/38084">Documentation, intl 38084</a>
 */
public record ImageLibResult(
        @Nullable Integer hitFlag,
        @Nullable String scene,
        @Nullable Suggestion suggestion,
        @Nullable ModerationLabel label,
        @Nullable String subLabel,
        @Nullable Integer score,
        List<Detail> details) {

    /**
     * One picture of the library.
     *
     * @param id {@code Id}
     * @param imageId {@code ImageId}
     * @param label {@code Label}, also read as {@code label}
     * @param tag {@code Tag}
     * @param score {@code Score}
     */
    public record Detail(
            @Nullable Integer id,
            @Nullable String imageId,
            @Nullable ModerationLabel label,
            @Nullable String tag,
            @Nullable Integer score) {

        public static Detail from(Fields f) {
            return new Detail(
                    f.intNumber("Id"),
                    f.text("ImageId"),
                    f.textAs(f.either("Label", "label"), ModerationLabel::new),
                    f.text("Tag"),
                    f.intNumber("Score"));
        }
    }

    public static ImageLibResult from(Fields f) {
        return new ImageLibResult(
                f.intNumber("HitFlag"),
                f.text("Scene"),
                f.textAs("Suggestion", Suggestion::new),
                f.textAs(f.either("Label", "label"), ModerationLabel::new),
                f.text("SubLabel"),
                f.intNumber("Score"),
                f.objectsAs("Details", Detail::from));
    }
}
