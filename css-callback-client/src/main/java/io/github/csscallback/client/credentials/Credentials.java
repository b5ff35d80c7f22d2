package io.github.csscallback.client.credentials;

import io.github.csscallback.core.field.SecretText;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Credentials that sign requests: a secret id, its key, and for temporary credentials a token and an expiry. One value, so
 * that parts of two credentials never mix. Prints none of its parts. Immutable and safe for use by several threads.
 *
 * <p>Everything is checked for characters here, because a header builder that rejects one later would print it.
 *
 * @param secretId SecretId: visible ASCII, no blank, no comma or slash
 * @param secretKey SecretKey: visible ASCII
 * @param token the session token of temporary credentials, visible ASCII, of any length (the service documents up to 4096
 *     bytes); null for permanent ones
 * @param expiresAt when temporary credentials end; null if they do not or the time is unknown
 */
public record Credentials(
        String secretId,
        SecretText secretKey,
        @Nullable SecretText token,
        @Nullable Instant expiresAt) {

    /**
     * Checks the characters.
     *
     * @throws IllegalArgumentException if a part is empty or holds a character that is not allowed; no part is shown
     */
    public Credentials {
        check("secret id", secretId, ",/");
        check("secret key", secretKey.reveal(), "");
        if (token != null) {
            check("token", token.reveal(), "");
        }
    }

    /**
     * Permanent credentials.
     *
     * @param secretId SecretId
     * @param secretKey SecretKey
     * @throws IllegalArgumentException if a part is empty or holds a character that is not allowed
     */
    public static Credentials of(String secretId, String secretKey) {
        return new Credentials(secretId, SecretText.of(secretKey), null, null);
    }

    /**
     * Temporary credentials, as STS gives them.
     *
     * @param secretId TmpSecretId
     * @param secretKey TmpSecretKey
     * @param token Token
     * @throws IllegalArgumentException if a part is empty or holds a character that is not allowed
     */
    public static Credentials temporary(String secretId, String secretKey, String token) {
        return new Credentials(secretId, SecretText.of(secretKey), SecretText.of(token), null);
    }

    private static void check(String what, String text, String exceptions) {
        Objects.requireNonNull(text, what);
        if (text.isEmpty()) {
            throw new IllegalArgumentException("the " + what + " is empty");
        }
        if (text.chars().anyMatch(c -> c <= ' ' || c > '~' || exceptions.indexOf(c) >= 0)) {
            throw new IllegalArgumentException("the " + what + " holds a blank, a line end or another character that"
                    + " cannot be in one; copy it again, exactly as the console shows it");
        }
    }

    @Override
    public String toString() {
        return "Credentials[***" + (token == null ? "" : ", temporary")
                + (expiresAt == null ? "" : ", until " + expiresAt) + "]";
    }
}
