package io.github.csscallback.testsupport;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A vector of {@code conformance/signature.json}; the README beside that file describes its format.
 *
 * @param packet the bytes to verify
 * @param kind the expected result, {@code UNREADABLE} if the packet is not well-formed
 * @param matchingKey the index in {@code keys} of the key that signed the packet; null if none did
 */
@SuppressWarnings("ArrayRecordComponent") // read-only test data that nobody compares
public record SignatureVector(
        String id,
        List<String> keys,
        Instant now,
        byte[] packet,
        String kind,
        @Nullable Integer matchingKey) {

    /** All vectors. */
    public static List<SignatureVector> all() {
        List<SignatureVector> vectors = new ArrayList<>();
        for (JsonNode vector : TestResource.json("conformance/signature.json").get("vectors")) {
            vectors.add(of(vector));
        }
        return vectors;
    }

    private static SignatureVector of(JsonNode vector) {
        List<String> keys = new ArrayList<>();
        vector.get("keys").forEach(key -> keys.add(key.asText()));
        return new SignatureVector(
                vector.get("id").asText(),
                keys,
                Instant.ofEpochMilli(vector.get("now_millis").asLong()),
                packet(vector),
                vector.get("kind").asText(),
                vector.has("key") ? vector.get("key").asInt() : null);
    }

    private static byte[] packet(JsonNode vector) {
        if (vector.has("packet")) {
            return vector.get("packet").asText().getBytes(StandardCharsets.US_ASCII);
        }
        try {
            return vector.get("packet_base64").binaryValue();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** The label that an unnamed key gets from its position; null if none matches. */
    public @Nullable String matchingKeyLabel() {
        return matchingKey == null ? null : "key-" + (matchingKey + 1);
    }

    /** The name of the test that uses this vector. */
    @Override
    public String toString() {
        return id;
    }
}
