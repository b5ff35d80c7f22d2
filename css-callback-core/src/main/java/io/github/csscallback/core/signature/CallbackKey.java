package io.github.csscallback.core.signature;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The callback key of a template: the secret that CSS signs with. It is never printed; logs and deliveries name it by a
 * label of your choice.
 *
 * <p>Immutable and safe for use by several threads. Two are equal if their characters are, whatever the label; the
 * comparison takes the same time wherever they differ. It does not protect against reading the memory of the process.
 */
public final class CallbackKey {

    private static final int MAX_BYTES = 1024;

    private final byte[] secret;
    private final @Nullable String label;

    private CallbackKey(byte[] secret, @Nullable String label) {
        this.secret = secret;
        this.label = label;
    }

    /**
     * Creates a key without a label.
     *
     * @param secret its characters, exactly as in the template: not empty, no white space or control character (a sign
     *     of a slip in copying), at most 1024 bytes in UTF-8. The console allows up to 32 letters and digits.
     * @throws IllegalArgumentException if it has another form; the message does not show it
     */
    public static CallbackKey of(String secret) {
        return new CallbackKey(checked(secret), null);
    }

    /**
     * Creates a key with a label.
     *
     * @param secret its characters, as in {@link #of(String)}
     * @param label its name where the secret must not be shown, for example {@code shop-2026-11}
     * @throws IllegalArgumentException if the secret has another form or the label is blank
     */
    public static CallbackKey of(String secret, String label) {
        return of(secret).labelled(label);
    }

    private static byte[] checked(String secret) {
        Objects.requireNonNull(secret, "secret");
        if (secret.isEmpty()) {
            throw new IllegalArgumentException("the callback key is empty; give the key of the callback template");
        }
        if (secret.codePoints().anyMatch(CallbackKey::isBlankOrControl)) {
            throw new IllegalArgumentException("the callback key contains white space or a control character;"
                    + " give the key exactly as it is in the callback template");
        }
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > MAX_BYTES) {
            throw new IllegalArgumentException("the callback key is longer than " + MAX_BYTES + " bytes");
        }
        return bytes;
    }

    private static boolean isBlankOrControl(int character) {
        return Character.isWhitespace(character)
                || Character.isSpaceChar(character)
                || Character.isISOControl(character);
    }

    /** Returns the label, or null if none was given. */
    public @Nullable String label() {
        return label;
    }

    /**
     * Returns the same key with another label.
     *
     * @param newLabel not blank
     * @return the labelled key
     * @throws IllegalArgumentException if the label is blank
     */
    public CallbackKey labelled(String newLabel) {
        if (newLabel.isBlank()) {
            throw new IllegalArgumentException("the label of a callback key must not be blank");
        }
        return new CallbackKey(secret, newLabel);
    }

    /**
     * The characters of the key, for sending them to the management API. Do not log them.
     *
     * @return the secret
     */
    public String reveal() {
        return new String(secret, StandardCharsets.UTF_8);
    }

    /** Feeds the key to a digest; the bytes do not leave this class otherwise. */
    void feed(MessageDigest digest) {
        digest.update(secret);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CallbackKey that && MessageDigest.isEqual(secret, that.secret);
    }

    /**
     * The same for all keys: a hash of a secret would disclose something about it, and hash tables of keys are small.
     *
     * @return a constant
     */
    @Override
    public int hashCode() {
        return 1;
    }

    @Override
    public String toString() {
        return label == null ? "CallbackKey[***]" : "CallbackKey[" + label + ", ***]";
    }
}
