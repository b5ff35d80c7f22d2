package io.github.csscallback.core.signature;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The result of verifying a packet's signature. Immutable; contains no key and no signature.
 *
 * @param kind the result
 * @param keyLabel the label of the key that matched; null if none did, or if it has none
 * @param t the packet's {@code t}; null if it has none or it is malformed. Trust it only where {@code keyLabel} or the
 *     kind implies that a key matched: VALID, EXPIRED, NOT_YET_VALID
 * @param now the time of the check
 * @param malformation which member is malformed and why, without its value; null unless MALFORMED
 */
public record VerificationResult(
        Kind kind,
        @Nullable String keyLabel,
        @Nullable Instant t,
        Instant now,
        @Nullable String malformation) {

    /** The possible results. */
    public enum Kind {
        /** A key matches and {@code t} is fresh. */
        VALID,
        /**
         * The packet has neither {@code t} nor {@code sign}: no key is set in the template, or the type is unsigned.
         */
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

    static VerificationResult of(Kind kind, @Nullable String keyLabel, @Nullable Instant t, Instant now) {
        return new VerificationResult(kind, keyLabel, t, now, null);
    }

    static VerificationResult malformed(String malformation, Instant now) {
        return new VerificationResult(Kind.MALFORMED, null, null, now, malformation);
    }

    /**
     * Whether the packet was sent by somebody who has a key, or who saw a packet of the last minutes: the signature
     * covers {@code t} alone, not the body.
     *
     * @return true for VALID
     */
    public boolean isValid() {
        return kind == Kind.VALID;
    }

    /**
     * Returns this result if it is VALID.
     *
     * @throws InvalidSignatureException otherwise
     */
    public VerificationResult orThrow() {
        if (!isValid()) {
            throw new InvalidSignatureException(this);
        }
        return this;
    }

    /** Describes the result for the operator, and what to check; never contains a key or a signature. */
    public String explanation() {
        return switch (kind) {
            case VALID -> "valid, t " + t;
            case ABSENT ->
                "the packet has no t and no sign; set a callback key in the callback template, or if its type never has"
                        + " them, as 314 and 328, accept that type without a signature";
            case MALFORMED -> malformation + "; t must be the digits of a Unix time and sign 32 hexadecimal digits";
            case MISMATCH ->
                "no callback key gives this sign; compare your key with the callback template's, which is not the"
                        + " authentication key of the push domain";
            case EXPIRED -> "the key matches, but t " + t + " passed too long before now, " + now;
            case NOT_YET_VALID ->
                "the key matches, but t " + t + " is too far after now, " + now + "; compare this machine's clock";
        };
    }
}
