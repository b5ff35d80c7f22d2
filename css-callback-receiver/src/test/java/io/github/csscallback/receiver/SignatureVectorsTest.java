package io.github.csscallback.receiver;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.csscallback.core.signature.CallbackKey;
import io.github.csscallback.core.signature.CallbackKeys;
import io.github.csscallback.core.signature.VerificationResult;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The vectors of conformance/signature.json, posted as the packets that they are. */
class SignatureVectorsTest {

    static List<Named<JsonNode>> vectors() throws IOException {
        List<Named<JsonNode>> vectors = new ArrayList<>();
        try (InputStream file = SignatureVectorsTest.class.getResourceAsStream("/conformance/signature.json")) {
            for (JsonNode vector : new JsonMapper().readTree(file).get("vectors")) {
                vectors.add(Named.of(vector.get("id").asText(), vector));
            }
        }
        return vectors;
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void isAnsweredAsItsFindingDemands(JsonNode vector) throws IOException {
        Counter counter = new Counter(
                keys(vector), Instant.ofEpochMilli(vector.get("now_millis").asLong()));

        CallbackResponse reply = counter.post(packet(vector));

        switch (vector.get("kind").asText()) {
            case "VALID" -> {
                assertThat(reply.status()).isEqualTo(200);
                assertThat(reply.outcome().kind()).isEqualTo(Outcome.Kind.HANDLED);
                assertThat(counter.dispatched())
                        .singleElement()
                        .satisfies(delivery -> assertThat(delivery.keyLabel())
                                .contains("key-" + (vector.get("key").asInt() + 1)));
            }
            case "UNREADABLE" -> {
                assertThat(reply.status()).isEqualTo(400);
                assertThat(reply.outcome().kind()).isEqualTo(Outcome.Kind.UNREADABLE);
                assertThat(reply.outcome().verificationResult()).isNull();
                assertThat(counter.dispatched()).isEmpty();
            }
            default -> {
                assertThat(reply.status()).isEqualTo(403);
                assertThat(reply.outcome().kind()).isEqualTo(Outcome.Kind.BAD_SIGNATURE);
                assertThat(reply.outcome().verificationResult())
                        .extracting(VerificationResult::kind)
                        .isEqualTo(VerificationResult.Kind.valueOf(
                                vector.get("kind").asText()));
                assertThat(counter.dispatched()).isEmpty();
            }
        }
    }

    private static CallbackKeys keys(JsonNode vector) {
        List<CallbackKey> keys = new ArrayList<>();
        vector.get("keys").forEach(key -> keys.add(CallbackKey.of(key.asText())));
        return CallbackKeys.of(keys);
    }

    private static byte[] packet(JsonNode vector) throws IOException {
        return vector.has("packet")
                ? vector.get("packet").asText().getBytes(StandardCharsets.US_ASCII)
                : vector.get("packet_base64").binaryValue();
    }
}
