package io.github.csscallback.client.internal.call;

import io.github.csscallback.core.field.SecretText;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An action with its parameters, encoded.
 *
 * @param body the JSON that is hashed and sent
 * @param retrySafety what a second sending would do
 * @param secret a callback key in the body, which no error text may repeat; null if there is none
 */
@SuppressWarnings("ArrayRecordComponent") // made once, never compared
public record ApiCall(
        String action,
        byte[] body,
        RetrySafety retrySafety,
        @Nullable SecretText secret) {

    /** What it does to send an action again whose outcome is not known. */
    public enum RetrySafety {
        /** Nothing: it only reads. */
        READ,
        /** Nothing more: the same state is written again. */
        IDEMPOTENT,
        /** Nothing more, but the second may find nothing left to remove, which then is success. */
        REMOVAL,
        /** It may happen twice. */
        NEVER
    }

    /**
     * A call without a secret in its body.
     *
     * @param body the JSON
     * @param retrySafety what a second sending would do
     */
    public static ApiCall of(String action, byte[] body, RetrySafety retrySafety) {
        return new ApiCall(action, body, retrySafety, null);
    }

    Optional<SecretText> secretText() {
        return Optional.ofNullable(secret);
    }

    @Override
    public String toString() {
        return "ApiCall[" + action + ", " + body.length + " bytes]";
    }
}
