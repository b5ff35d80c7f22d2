package io.github.csscallback.benchmarks.receive;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.csscallback.core.signature.CallbackKey;
import io.github.csscallback.core.signature.CallbackSigner;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;

/**
 * Documented packets as they come over the wire: without white space, freshly signed, and many that differ in what makes
 * a delivery's identity, so that none is a duplicate.
 */
final class SignedPackets {

    static final CallbackKey KEY = CallbackKey.of("adasda131312");

    /** More than the delivery log of the benchmark holds. */
    private static final int COUNT = 1024;

    static final int LOG_CAPACITY = COUNT / 2;

    private final byte[][] packets = new byte[COUNT][];
    private int next;

    SignedPackets(int eventType) throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        ObjectNode packet;
        try (InputStream in = SignedPackets.class.getResourceAsStream("/packets/" + file(eventType))) {
            packet = (ObjectNode) mapper.readTree(in);
        }
        Instant t = Instant.now().plusSeconds(600);
        packet.put("t", t.getEpochSecond());
        packet.put("sign", CallbackSigner.sign(KEY, t));
        String identity = identityMember(eventType);
        String original = packet.get(identity).asText();
        for (int i = 0; i < COUNT; i++) {
            packet.put(identity, original.substring(0, original.length() - 4) + (1000 + i));
            packets[i] = mapper.writeValueAsBytes(packet);
        }
    }

    private static String file(int eventType) {
        return switch (eventType) {
            case 1 -> "1-stream-pushed.json";
            case 100 -> "100-record-file.json";
            case 317 -> "317-image-moderation.json";
            default -> throw new IllegalArgumentException("no packet of type " + eventType);
        };
    }

    private static String identityMember(int eventType) {
        return switch (eventType) {
            case 1 -> "sequence";
            case 100 -> "file_id";
            default -> "img";
        };
    }

    byte[] next() {
        next = (next + 1) % COUNT;
        return packets[next];
    }
}
