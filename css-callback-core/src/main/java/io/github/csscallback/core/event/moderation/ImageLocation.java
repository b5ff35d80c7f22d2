package io.github.csscallback.core.event.moderation;

import io.github.csscallback.core.field.Fields;
import org.jspecify.annotations.Nullable;

/**
 * The position of a finding in a picture: {@code Location} in a {@code PornCensorshipEvent}, whose documentation does
 * not state the units.
 *
 * @param x {@code X}, of the corner
 * @param y {@code Y}, of the corner
 * @param width {@code Width}
 * @param height {@code Height}
 * @param rotate {@code Rotate}
 * @see <a href="https://www.tencentcloud.com/document/product/267/38084">Documentation, intl 38084</a>
 */
public record ImageLocation(
        @Nullable Double x,
        @Nullable Double y,
        @Nullable Double width,
        @Nullable Double height,
        @Nullable Double rotate) {

    public static @Nullable ImageLocation from(@Nullable Fields f) {
        return f == null
                ? null
                : new ImageLocation(
                        f.decimal("X"), f.decimal("Y"), f.decimal("Width"), f.decimal("Height"), f.decimal("Rotate"));
    }
}
