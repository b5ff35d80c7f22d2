package io.github.csscallback.core.signature;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.csscallback.testsupport.SignatureVector;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A signature vector as the verifier alone sees it: the characters of {@code t} and {@code sign}. */
record VerifierVector(
        String id,
        List<CallbackKey> keys,
        Instant now,
        @Nullable String t,
        @Nullable String sign,
        VerificationResult.Kind kind,
        @Nullable Integer matching) {

    private static final JsonMapper JSON = new JsonMapper();

    /** All vectors whose packets are well-formed. */
    static List<VerifierVector> all() {
        return SignatureVector.all().stream()
                .filter(vector -> !vector.kind().equals("UNREADABLE"))
                .map(VerifierVector::of)
                .toList();
    }

    private static VerifierVector of(SignatureVector vector) {
        return new VerifierVector(
                vector.id(),
                vector.keys().stream().map(CallbackKey::of).toList(),
                vector.now(),
                written(vector.packet(), "t"),
                written(vector.packet(), "sign"),
                VerificationResult.Kind.valueOf(vector.kind()),
                vector.matchingKey());
    }

    /** The characters of a member as written: null for none, empty for what no text can be. */
    private static @Nullable String written(byte[] packet, String name) {
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
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return id;
    }
}
