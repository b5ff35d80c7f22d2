package io.github.csscallback.client.internal.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Reads and writes the JSON objects of the API with a mapper of this module's own, so that nobody else's settings reach it. */
public final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(64)
                            .maxStringLength(4 * 1024 * 1024)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private Json() {}

    /** Returns a new empty object. */
    public static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    /**
     * Reads one JSON object in UTF-8. Of members with the same name the last one counts.
     *
     * @throws UnreadableJsonException if the bytes are anything else; the message gives the location, never the text, which
     *     Jackson's own messages quote
     */
    public static ObjectNode read(byte[] bytes) throws UnreadableJsonException {
        JsonNode node;
        try {
            node = MAPPER.readTree(bytes);
        } catch (MismatchedInputException e) { // of a tree, only what follows it can be unexpected
            throw new UnreadableJsonException("something follows the JSON object");
        } catch (JsonProcessingException e) {
            JsonLocation at = e.getLocation();
            throw new UnreadableJsonException(
                    "not JSON, line " + (at == null ? "unknown" : at.getLineNr() + " column " + at.getColumnNr()));
        } catch (IOException e) {
            throw new UnreadableJsonException("not text in UTF-8");
        }
        if (node instanceof ObjectNode object) {
            return object;
        }
        throw new UnreadableJsonException("not a JSON object");
    }

    /** Returns compact JSON in UTF-8. */
    public static byte[] bytes(ObjectNode object) {
        try {
            return MAPPER.writeValueAsBytes(object);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns compact JSON. */
    public static String text(ObjectNode object) {
        try {
            return MAPPER.writeValueAsString(object);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
