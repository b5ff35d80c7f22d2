package io.github.csscallback.core.event.moderation;

import io.github.csscallback.core.field.Fields;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Objects found in a picture (QR codes, logos, faces): an element of {@code objectResults} in a {@code
 * PornCensorshipEvent}.
 *
 * @param hitFlag {@code HitFlag}, 1 for a hit; in every sample, in no table
 * @param scene {@code Scene}, for example {@code QrCode}, {@code MapRecognition}, {@code PolityFace}
 * @param suggestion {@code Suggestion}
 * @param label {@code Label}, also read as {@code label}
 * @param subLabel {@code SubLabel}, may be empty
 * @param score {@code Score}
 * @param names {@code Names} of the objects, empty if there is no such list
 * @param details {@code Details}, empty if there is no such list
 * @see <a href="https://www.tencentcloud.com/document/product/267/38084">Documentation, intl 38084</a>
 */
public record ImageObjectResult(
        @Nullable Integer hitFlag,
        @Nullable String scene,
        @Nullable Suggestion suggestion,
        @Nullable ModerationLabel label,
        @Nullable String subLabel,
        @Nullable Integer score,
        List<String> names,
        List<Detail> details) {

    /**
     * One object.
     *
     * @param id {@code Id}
     * @param name {@code Name}
     * @param value {@code Value}
     * @param score {@code Score}
     * @param location {@code Location}
     */
    public record Detail(
            @Nullable Integer id,
            @Nullable String name,
            @Nullable String value,
            @Nullable Integer score,
            @Nullable ImageLocation location) {

        public static Detail from(Fields f) {
            return new Detail(
                    f.intNumber("Id"),
                    f.text("Name"),
                    f.text("Value"),
                    f.intNumber("Score"),
                    ImageLocation.from(f.object("Location")));
        }
    }

    public static ImageObjectResult from(Fields f) {
        return new ImageObjectResult(
                f.intNumber("HitFlag"),
                f.text("Scene"),
                f.textAs("Suggestion", Suggestion::new),
                f.textAs(f.either("Label", "label"), ModerationLabel::new),
                f.text("SubLabel"),
                f.intNumber("Score"),
                f.texts("Names"),
                f.objectsAs("Details", Detail::from));
    }
}
