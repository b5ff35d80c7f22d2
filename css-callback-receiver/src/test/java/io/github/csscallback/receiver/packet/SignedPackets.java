package io.github.csscallback.receiver.packet;

import io.github.csscallback.core.signature.CallbackKey;
import io.github.csscallback.core.signature.CallbackKeys;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** Packets with a signature that holds, and what it holds by. */
public final class SignedPackets {

    public static final CallbackKeys KEYS = CallbackKeys.of(CallbackKey.of("abc123"));
    public static final Instant T = Instant.ofEpochSecond(1703732078);
    public static final Instant SENT = T.minusSeconds(600);
    public static final String SIGN = "47fe04d374a6348b4b19161bf0f6172b";
    /** The two members as they stand in a packet. */
    public static final String SIGNATURE = "\"t\":1703732078,\"sign\":\"" + SIGN + "\"";

    private SignedPackets() {}

    /** A packet of these members and a signature. */
    public static byte[] of(String members) {
        return ("{" + members + "," + SIGNATURE + "}").getBytes(StandardCharsets.UTF_8);
    }
}
