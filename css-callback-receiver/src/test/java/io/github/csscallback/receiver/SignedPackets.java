package io.github.csscallback.receiver;

import io.github.csscallback.core.signature.CallbackKey;
import io.github.csscallback.core.signature.CallbackKeys;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** Packets with a signature that holds, and what it holds by. */
final class SignedPackets {

    static final CallbackKeys KEYS = CallbackKeys.of(CallbackKey.of("abc123"));
    static final Instant T = Instant.ofEpochSecond(1703732078);
    static final Instant SENT = T.minusSeconds(600);
    static final String SIGN = "47fe04d374a6348b4b19161bf0f6172b";
    /** The two members as they stand in a packet. */
    static final String SIGNATURE = "\"t\":1703732078,\"sign\":\"" + SIGN + "\"";

    private SignedPackets() {}

    /** A packet of these members and a signature. */
    static byte[] of(String members) {
        return ("{" + members + "," + SIGNATURE + "}").getBytes(StandardCharsets.UTF_8);
    }
}
