package io.github.csscallback.core.signature;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A vector of conformance/signature.json as the verifier alone sees it; the README beside that file tells its format. */
record SignatureVector(
        String id,
        List<CallbackKey> keys,
        Instant now,
        @Nullable String t,
        @Nullable String sign,
        VerificationResult.Kind kind,
        @Nullable Integer matching) {

    private static final JsonMapper JSON = new JsonMapper();

    /** All vectors whose packets can be read. */
    static List<SignatureVector> all() {
        List<SignatureVector> vectors = new ArrayList<>();
        try (InputStream file = SignatureVector.class.getResourceAsStream("/conformance/signature.json")) {
            for (JsonNode vector : JSON.readTree(file).get("vectors")) {
                if (!vector.get("kind").asText().equals("UNREADABLE")) {
                    vectors.add(of(vector));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return vectors;
    }

    private static SignatureVector of(JsonNode vector) throws IOException {
        List<CallbackKey> keys = new ArrayList<>();
        for (JsonNode key : vector.get("keys")) {
            keys.add(CallbackKey.of(key.asText()));
        }
        String packet = vector.get("packet").asText();
        return new SignatureVector(
                vector.get("id").asText(),
                keys,
                Instant.ofEpochMilli(vector.get("now_millis").asLong()),
                written(packet, "t"),
                written(packet, "sign"),
                VerificationResult.Kind.valueOf(vector.get("kind").asText()),
                vector.has("key") ? vector.get("key").asInt() : null);
    }

    /** The characters of a member as written: null for none, empty for what no text can be. */
    private static @Nullable String written(String packet, String name) throws IOException {
        try (JsonParser parser = JSON.createParser(packet)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                boolean wanted = parser.currentName().equals(name);
                JsonToken value = parser.nextToken();
                if (wanted) {
                    boolean text = value == JsonToken.VALUE_STRING || (value.isNumeric() && name.equals("t"));
                    return value == JsonToken.VALUE_NULL ? null : text ? parser.getText() : "";
                }
                parser.skipChildren();
            }
            return null;
        }
    }

    @Override
    public String toString() {
        return id;
    }
}
