package io.github.csscallback.core.signature;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the verifier found. Immutable; shows no key and no signature.
 *
 * @param kind what was found
 * @param keyLabel the label of the key that matched; null if none did, or if it has none
 * @param t the packet's {@code t}; null if it has none or it is malformed. Trust it only where {@code keyLabel} or the
 *     kind says that a key matched: VALID, EXPIRED, NOT_YET_VALID
 * @param now the time of the check
 */
public record VerificationResult(
        Kind kind, @Nullable String keyLabel, @Nullable Instant t, Instant now) {

    /** The possible findings. */
    public enum Kind {
        /** A key matches and {@code t} is fresh. */
        VALID,
        /** The packet has neither {@code t} nor {@code sign}: no key is set in the template, or the kind is unsigned. */
        ABSENT,
        /** Only one of the two is there, or one has a form that CSS never sends. */
        MALFORMED,
        /** No key gives this signature. */
        MISMATCH,
        /** A key matches, but {@code t} passed too long ago. */
        EXPIRED,
        /** A key matches, but {@code t} lies too far in the future: a clock is wrong. */
        NOT_YET_VALID
    }

    /**
     * Whether the packet may be trusted to come from somebody who knows a key, or who saw a packet of the last minutes:
     * the signature covers {@code t} alone, not the body.
     *
     * @return true for VALID
     */
    public boolean isValid() {
        return kind == Kind.VALID;
    }

    /**
     * This result, if it is VALID.
     *
     * @return this
     * @throws InvalidSignatureException otherwise
     */
    public VerificationResult orThrow() {
        if (!isValid()) {
            throw new InvalidSignatureException(this);
        }
        return this;
    }

    /**
     * The finding as a sentence for the operator.
     *
     * @return what was found and what to look at; never a key or a signature
     */
    public String explanation() {
        return switch (kind) {
            case VALID -> "valid, t " + t;
            case ABSENT ->
                "the packet has no t and no sign; set a callback key in the callback template, or if its kind never has"
                        + " them, as 314 and 328, accept that kind without a signature";
            case MALFORMED -> "t must be the digits of a Unix time and sign 32 hexadecimal characters, both present";
            case MISMATCH -> "no callback key gives this sign; compare your key with the callback template's";
            case EXPIRED -> "the key matches, but t " + t + " passed too long before now, " + now;
            case NOT_YET_VALID ->
                "the key matches, but t " + t + " is too far after now, " + now + "; compare this machine's clock";
        };
    }
}
