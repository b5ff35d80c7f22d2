package io.github.csscallback.core.event.moderation;

import io.github.csscallback.core.field.Fields;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The classifier's result for a picture: an element of {@code labelResults} in a {@code PornCensorshipEvent}.
 *
 * @param hitFlag {@code HitFlag}, 1 for a hit; in every sample, in no table
 * @param scene {@code Scene}, for example {@code Illegal}, {@code Porn}, {@code Sexy}, {@code Terror}
 * @param suggestion {@code Suggestion}
 * @param label {@code Label}, also read as {@code label}
 * @param subLabel {@code SubLabel}, may be empty
 * @param score {@code Score}, 0 to 100
 * @param details {@code Details}, empty if there is no such list
 * @see <a href="https://www.tencentcloud.com/document/product/267/38084">Documentation, intl 38084</a>
 */
public record ImageLabelResult(
        @Nullable Integer hitFlag,
        @Nullable String scene,
        @Nullable Suggestion suggestion,
        @Nullable ModerationLabel label,
        @Nullable String subLabel,
        @Nullable Integer score,
        List<Detail> details) {

    /**
     * One category.
     *
     * @param id {@code Id}
     * @param name {@code Name}, for example {@code PornHigh}
     * @param score {@code Score}, 0 to 100
     */
    public record Detail(
            @Nullable Integer id,
            @Nullable String name,
            @Nullable Integer score) {

        public static Detail from(Fields f) {
            return new Detail(f.intNumber("Id"), f.text("Name"), f.intNumber("Score"));
        }
    }

    public static ImageLabelResult from(Fields f) {
        return new ImageLabelResult(
                f.intNumber("HitFlag"),
                f.text("Scene"),
                f.textAs("Suggestion", Suggestion::new),
                f.textAs(f.either("Label", "label"), ModerationLabel::new),
                f.text("SubLabel"),
                f.intNumber("Score"),
                f.objectsAs("Details", Detail::from));
    }
}
