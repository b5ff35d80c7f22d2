package io.github.csscallback.core.signature;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether a packet's {@code t} and {@code sign} were made with one of your callback keys, and lately:
 * {@code sign = MD5(key + digits of t)} (intl 38080). The receiver uses it for every packet; use it alone where you read
 * packets yourself.
 *
 * <p><strong>What it does not protect against.</strong> The signature covers {@code t} and nothing else: not the body,
 * the event type, the stream, nor the address. Whoever has seen one packet can send any other with the same {@code t} and
 * {@code sign} until {@code t} is too old. Use HTTPS, and if you want more, a secret in the path of your address.
 *
 * <p>{@code t} must be ASCII digits without sign, fraction or leading zero. That is not pedantry: the MD5 of a secret
 * prefix can be extended by whoever sees it, and only this rule stops such an extension from being accepted.
 *
 * <p>All candidate keys are tried, always, and compared in constant time. Immutable and safe for use by several threads.
 */
public final class SignatureVerifier {

    private static final int MAX_T_DIGITS = 12;
    /** The last second that prints as a date with four digits of year. */
    private static final long MAX_T = 253_402_300_799L;

    private final CallbackKeys keys;
    private final Freshness freshness;
    private final Clock clock;
    /** Never fed; its copies are. A copy costs less than asking the security providers for every packet. */
    private final MessageDigest blank = Md5.newDigest();

    private SignatureVerifier(Builder builder, CallbackKeys keys) {
        this.keys = keys;
        this.freshness = builder.freshness;
        this.clock = builder.clock;
    }

    /**
     * Begins a verifier.
     *
     * @return a builder without keys
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * A verifier with the standard freshness and the system clock.
     *
     * @param keys the candidate keys
     * @return the verifier
     */
    public static SignatureVerifier of(CallbackKeys keys) {
        return builder().keys(keys).build();
    }

    /**
     * Checks a packet that was sent to no particular target.
     *
     * @param t the packet's member {@code t} as it is written there, number or text alike; null if absent or null
     * @param sign the packet's member {@code sign}; null if absent or null
     * @return the finding, never null
     */
    public Verdict verify(@Nullable String t, @Nullable String sign) {
        return verify("", t, sign);
    }

    /**
     * Checks a packet.
     *
     * @param target path and query of the request, which choose the keys
     * @param t the packet's member {@code t} as it is written there, number or text alike; null if absent or null
     * @param sign the packet's member {@code sign}; null if absent or null
     * @return the finding, never null
     */
    public Verdict verify(String target, @Nullable String t, @Nullable String sign) {
        Instant now = clock.instant();
        if (t == null && sign == null) {
            return new Verdict(Verdict.Kind.ABSENT, null, null, now);
        }
        long seconds = t == null ? -1 : secondsOf(t);
        byte[] claimed = sign == null ? null : digestOf(sign);
        if (t == null || seconds < 0 || claimed == null) {
            return new Verdict(Verdict.Kind.MALFORMED, null, null, now);
        }
        Instant expiry = Instant.ofEpochSecond(seconds);
        byte[] digits = t.getBytes(StandardCharsets.US_ASCII);
        CallbackKey matched = null;
        List<CallbackKey> candidates = keys.forTarget(target);
        for (CallbackKey key : candidates) {
            if (MessageDigest.isEqual(Md5.of(md5(), key, digits), claimed)) {
                matched = key;
            }
        }
        if (matched == null) {
            return new Verdict(Verdict.Kind.MISMATCH, null, expiry, now);
        }
        return new Verdict(freshnessOf(expiry, now), matched.label().orElse(null), expiry, now);
    }

    private Verdict.Kind freshnessOf(Instant t, Instant now) {
        if (t.plus(freshness.past()).isBefore(now)) {
            return Verdict.Kind.EXPIRED;
        }
        return t.minus(freshness.ahead()).isAfter(now) ? Verdict.Kind.TOO_FAR_AHEAD : Verdict.Kind.VALID;
    }

    private MessageDigest md5() {
        try {
            return (MessageDigest) blank.clone();
        } catch (CloneNotSupportedException e) {
            return Md5.newDigest(); // a provider whose digests cannot be copied
        }
    }

    /** The seconds, or -1 if the text is not ASCII digits without a leading zero, or out of range. */
    private static long secondsOf(String t) {
        int length = t.length();
        if (length == 0 || length > MAX_T_DIGITS || t.charAt(0) == '0') {
            return -1;
        }
        long seconds = 0;
        for (int i = 0; i < length; i++) {
            char digit = t.charAt(i);
            if (digit < '0' || digit > '9') {
                return -1;
            }
            seconds = seconds * 10 + (digit - '0');
        }
        return seconds <= MAX_T ? seconds : -1;
    }

    /** The 16 bytes, or null if the text is not 32 hexadecimal ASCII characters of either case. */
    private static byte @Nullable [] digestOf(String sign) {
        if (sign.length() != 2 * Md5.LENGTH) {
            return null;
        }
        byte[] digest = new byte[Md5.LENGTH];
        for (int i = 0; i < digest.length; i++) {
            int high = hexDigit(sign.charAt(2 * i));
            int low = hexDigit(sign.charAt(2 * i + 1));
            if (high < 0 || low < 0) {
                return null;
            }
            digest[i] = (byte) ((high << 4) | low);
        }
        return digest;
    }

    private static int hexDigit(char c) {
        if (c >= '0' && c <= '9') {
            return c - '0';
        }
        char lower = (char) (c | 0x20);
        return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
    }

    /** Sets up a {@link SignatureVerifier}. Not safe for use by several threads. */
    public static final class Builder {

        private @Nullable CallbackKeys keys;
        private Freshness freshness = Freshness.standard();
        private Clock clock = Clock.systemUTC();

        private Builder() {}

        /**
         * The candidate keys. Mandatory.
         *
         * @param callbackKeys the keys
         * @return this
         */
        public Builder keys(CallbackKeys callbackKeys) {
            this.keys = Objects.requireNonNull(callbackKeys, "callbackKeys");
            return this;
        }

        /**
         * How far {@code t} may be from now; {@link Freshness#standard()} if not given.
         *
         * @param window the window
         * @return this
         */
        public Builder freshness(Freshness window) {
            this.freshness = Objects.requireNonNull(window, "window");
            return this;
        }

        /**
         * The clock that tells now; the system's if not given.
         *
         * @param source the clock
         * @return this
         */
        public Builder clock(Clock source) {
            this.clock = Objects.requireNonNull(source, "source");
            return this;
        }

        /**
         * Makes the verifier.
         *
         * @return the verifier
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
