package io.github.csscallback.receiver.internal.read;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What another reader makes of the same bytes, to compare ours with: UTF-8 by the JDK's decoder, tokens by Jackson, nothing
 * behind them, no name twice. Half of a surrogate pair becomes U+FFFD, as with us. Bounds are far beyond ours.
 */
final class StrictJackson {

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(100_000)
                    .maxNameLength(1 << 28)
                    .maxNumberLength(1 << 28)
                    .maxStringLength(1 << 28)
                    .build())
            .build();

    private static final Pattern ESCAPE = Pattern.compile(
            "\\\\(?:u[dD][89abAB]\\p{XDigit}{2}\\\\u[dD][c-fC-F]\\p{XDigit}{2}|(u[dD][89a-fA-F]\\p{XDigit}{2})|.)",
            Pattern.DOTALL);

    private StrictJackson() {}

    /** A number, true, false or null as it is written. */
    record Word(String written) {}

    /** A map, a list, a text or a word; empty if the bytes are not one strict JSON value. */
    static Optional<Object> read(byte[] bytes) {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
        try (JsonParser parser = JSON.createParser(withoutHalfPairs(text))) {
            JsonToken token = parser.nextToken();
            if (token == null) {
                return Optional.empty();
            }
            Object value = value(parser, token);
            return parser.nextToken() == null ? Optional.of(value) : Optional.empty();
        } catch (JsonProcessingException | Repeated e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A name stands twice. */
    private static final class Repeated extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private static Object value(JsonParser parser, JsonToken token) throws IOException {
        return switch (token) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> array(parser);
            case VALUE_STRING -> parser.getText();
            default -> new Word(parser.getText());
        };
    }

    private static Map<String, Object> object(JsonParser parser) throws IOException {
        Map<String, Object> members = new LinkedHashMap<>();
        boolean repeated = false;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            repeated |= members.put(name, value(parser, parser.nextToken())) != null;
        }
        if (repeated) {
            throw new Repeated();
        }
        return members;
    }

    private static List<Object> array(JsonParser parser) throws IOException {
        List<Object> elements = new ArrayList<>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            elements.add(value(parser, token));
        }
        return elements;
    }

    /** Jackson keeps half a pair in a text and rejects it in a name; we read U+FFFD in both. */
    private static String withoutHalfPairs(String json) {
        return ESCAPE.matcher(json).replaceAll(escape -> escape.group(1) == null ? "$0" : "\\\\ufffd");
    }
}
