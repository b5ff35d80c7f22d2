package io.github.csscallback.core.signature;

import io.github.csscallback.core.internal.OneSlotPool;
import io.github.csscallback.core.internal.SignedMembers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Verifies that a packet's {@code t} and {@code sign} were created with one of your callback keys, and recently: {@code
 * sign = MD5(key + digits of t)}. The receiver uses it for every packet; use it alone where you read packets yourself.
 *
 * <p><strong>What it does not protect against.</strong> The signature covers {@code t} and nothing else: not the body,
 * the event type, the stream, nor the address. Whoever has seen one packet can send any other with the same {@code t}
 * and {@code sign} until {@code t} is too old. Use HTTPS, and if you want more, a secret in the path of your address.
 *
 * <p>{@code t} must be ASCII digits without sign, fraction or leading zero. This rule is essential: the MD5 of a secret
 * prefix can be extended by anybody who sees it, and nothing else rejects such an extension.
 *
 * <p>All candidate keys are tried, always, and compared in constant time. Immutable and safe for use by several
 * threads.
 *
 * @see <a href="https://www.tencentcloud.com/document/product/267/38080">Documentation, intl 38080</a>
 */
public final class SignatureVerifier {

    private final CallbackKeys keys;
    private final TimestampTolerance timestampTolerance;
    private final Clock clock;
    private final OneSlotPool<Md5> md5Pool = new OneSlotPool<>(Md5::new);

    private SignatureVerifier(Builder builder, CallbackKeys keys) {
        md5Pool.release(new Md5()); // a JVM without MD5 fails here, not at the first packet
        this.keys = keys;
        this.timestampTolerance = builder.timestampTolerance;
        this.clock = builder.clock;
    }

    /** Returns a builder without keys. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * A verifier with the default timestamp tolerance and the system clock.
     *
     * @param keys the candidate keys
     */
    public static SignatureVerifier of(CallbackKeys keys) {
        return builder().keys(keys).build();
    }

    /**
     * Verifies a packet that was sent to no particular target.
     *
     * @param t the packet's member {@code t} as it is written there, number or text alike; null if absent or null
     * @param sign the packet's member {@code sign}; null if absent or null
     * @return the result, never null
     */
    public VerificationResult verify(@Nullable String t, @Nullable String sign) {
        return verify("", t, sign);
    }

    /**
     * Verifies a packet.
     *
     * @param target path and query of the request, which choose the keys
     * @param t the packet's member {@code t} as it is written there, number or text alike; null if absent or null
     * @param sign the packet's member {@code sign}; null if absent or null
     * @return the result, never null
     */
    public VerificationResult verify(String target, @Nullable String t, @Nullable String sign) {
        byte[] tBytes = bytesOf(t);
        byte[] signBytes = bytesOf(sign);
        byte[] both = Arrays.copyOf(tBytes, tBytes.length + signBytes.length);
        System.arraycopy(signBytes, 0, both, tBytes.length, signBytes.length);
        return verify(
                target,
                new SignedMembers(
                        both, t == null ? -1 : 0, tBytes.length, sign == null ? -1 : tBytes.length, both.length),
                clock.instant());
    }

    private static byte[] bytesOf(@Nullable String text) {
        return text == null ? new byte[0] : text.getBytes(StandardCharsets.UTF_8);
    }

    /**
     * For the receiver: verifies a packet in place.
     *
     * @param target path and query of the request, which choose the keys
     * @param signed the two members
     * @param now the time of the check
     * @return the result, never null
     */
    @SuppressWarnings("exports") // an internal type, for the receiver alone
    public VerificationResult verify(String target, SignedMembers signed, Instant now) {
        if (!signed.hasT() && !signed.hasSign()) {
            return VerificationResult.of(VerificationResult.Kind.ABSENT, null, null, now);
        }
        String malformation = SignatureForm.malformation(signed);
        if (malformation != null) {
            return VerificationResult.malformed(malformation, now);
        }
        byte[] sign = SignatureForm.digest(signed);
        Instant expiry = Instant.ofEpochSecond(SignatureForm.seconds(signed));
        CallbackKey matched = matching(keys.forTarget(target), signed, sign);
        if (matched == null) {
            return VerificationResult.of(VerificationResult.Kind.MISMATCH, null, expiry, now);
        }
        return VerificationResult.of(timelinessOf(expiry, now), matched.label(), expiry, now);
    }

    /** Tries all candidates, also after a match, and compares in constant time. */
    private @Nullable CallbackKey matching(List<CallbackKey> candidates, SignedMembers signed, byte[] sign) {
        Md5 md5 = md5Pool.take();
        CallbackKey matched = null;
        for (CallbackKey key : candidates) {
            byte[] digest = md5.of(key, signed.source(), signed.tFrom(), signed.tTo());
            if (MessageDigest.isEqual(digest, sign)) {
                matched = key;
            }
        }
        md5Pool.release(md5);
        return matched;
    }

    private VerificationResult.Kind timelinessOf(Instant t, Instant now) {
        if (t.plus(timestampTolerance.past()).isBefore(now)) {
            return VerificationResult.Kind.EXPIRED;
        }
        return t.minus(timestampTolerance.future()).isAfter(now)
                ? VerificationResult.Kind.NOT_YET_VALID
                : VerificationResult.Kind.VALID;
    }

    /** Builder of {@link SignatureVerifier}. Not safe for use by several threads. */
    public static final class Builder {

        private @Nullable CallbackKeys keys;
        private TimestampTolerance timestampTolerance = TimestampTolerance.defaults();
        private Clock clock = Clock.systemUTC();

        private Builder() {}

        /**
         * The candidate keys. Mandatory.
         *
         * @param callbackKeys the keys
         */
        public Builder keys(CallbackKeys callbackKeys) {
            this.keys = Objects.requireNonNull(callbackKeys, "callbackKeys");
            return this;
        }

        /**
         * How far {@code t} may be from now; {@link TimestampTolerance#defaults()} if not given.
         *
         * @param window the window
         */
        public Builder timestampTolerance(TimestampTolerance window) {
            this.timestampTolerance = Objects.requireNonNull(window, "window");
            return this;
        }

        /**
         * The source of the current time; the system's clock if not given.
         *
         * @param source the clock
         */
        public Builder clock(Clock source) {
            this.clock = Objects.requireNonNull(source, "source");
            return this;
        }

        /**
         * Builds the verifier.
         *
         * @throws IllegalStateException if no keys were given, or this JVM has no MD5
         */
        public SignatureVerifier build() {
            CallbackKeys given = keys;
            if (given == null) {
                throw new IllegalStateException("no callback keys: call keys(...)");
            }
            return new SignatureVerifier(this, given);
        }
    }
}
