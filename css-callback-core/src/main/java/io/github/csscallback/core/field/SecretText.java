package io.github.csscallback.core.field;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A text that carries credentials, such as the parameters of a push URL ({@code txSecret}, {@code txTime}). It prints
 * as {@code ***}, so that logging an event does not publish them; {@link #reveal()} gives the text.
 *
 * <p>Immutable and safe for use by several threads. Equality takes the same time wherever two texts differ. It does not
 * protect against reading the memory of the process, and it cannot hide what you do with the revealed text.
 */
public final class SecretText {

    private final String text;

    private SecretText(String text) {
        this.text = text;
    }

    /**
     * Wraps a text.
     *
     * @param text the text, not null
     * @return the wrapped text
     */
    public static SecretText of(String text) {
        return new SecretText(Objects.requireNonNull(text, "text"));
    }

    /**
     * The text itself.
     *
     * @return the text; do not log it
     */
    public String reveal() {
        return text;
    }

    /**
     * Whether there is any text at all.
     *
     * @return true for the empty text
     */
    public boolean isEmpty() {
        return text.isEmpty();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SecretText that
                && MessageDigest.isEqual(
                        text.getBytes(StandardCharsets.UTF_8), that.text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return "***";
    }
}
