package io.github.csscallback.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The vectors of conformance/signature.json, each handed to {@code verify} as the packet that it is; none is left out. */
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
    void isFoundToBeWhatItIsAndOnlyAValidOneIsASuccess(JsonNode vector) throws IOException {
        String kind = vector.get("kind").asText();

        Cli.Run run = new Cli().input(packet(vector)).run(arguments(vector));

        JsonNode found = new JsonMapper().readTree(run.out());
        assertThat(found.get("verdict").textValue()).isEqualTo(kind);
        assertThat(run.status()).isEqualTo(kind.equals("VALID") ? 0 : 1);
        assertThat(found.get("key").textValue())
                .isEqualTo(vector.has("key") ? "key-" + (vector.get("key").asInt() + 1) : null);
    }

    private static String[] arguments(JsonNode vector) {
        List<String> arguments = new ArrayList<>(List.of("verify", "-", "--at"));
        arguments.add(Instant.ofEpochMilli(vector.get("now_millis").asLong()).toString());
        vector.get("keys").forEach(key -> arguments.addAll(List.of("--key", key.asText())));
        return arguments.toArray(new String[0]);
    }

    private static byte[] packet(JsonNode vector) throws IOException {
        return vector.has("packet")
                ? vector.get("packet").asText().getBytes(StandardCharsets.US_ASCII)
                : vector.get("packet_base64").binaryValue();
    }
}
