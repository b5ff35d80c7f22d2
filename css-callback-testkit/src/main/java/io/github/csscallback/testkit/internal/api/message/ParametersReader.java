package io.github.csscallback.testkit.internal.api.message;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Parses a body, which must be a single JSON object in UTF-8 without duplicate members and nulls. */
public final class ParametersReader {

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(16)
                    .maxStringLength(ApiRequest.MAX_BODY)
                    .build())
            .build();

    /**
     * Stands for a value of a type that no parameter has: an object, a fraction, a boolean, an integer beyond 64 bits.
     */
    private static final Object OF_NO_USE = new Object();

    private ParametersReader() {}

    public static Parameters read(byte[] body) {
        String text = decode(body);
        try (JsonParser parser = JSON.createParser(text)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw unreadable("the body must be a JSON object; {} if there are no parameters");
            }
            Map<String, Object> members = new LinkedHashMap<>();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                Object value = value(parser, name);
                if (members.put(name, value) != null) {
                    throw unreadable(Parameters.printable(name) + " stands in the body twice");
                }
            }
            if (parser.nextToken() != null) {
                throw unreadable("something follows the JSON object");
            }
            return new Parameters(members);
        } catch (StreamConstraintsException e) {
            throw unreadable("the body is nested too deeply, or holds a number that is too long");
        } catch (JsonProcessingException e) {
            // Jackson's own message quotes the body, which may hold a key.
            throw unreadable("the body is not JSON: line " + e.getLocation().getLineNr() + ", column "
                    + e.getLocation().getColumnNr());
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory can be read", e);
        }
    }

    /** Strict, since Jackson accepts other encodings and invalid UTF-8. */
    private static String decode(byte[] body) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException e) {
            throw unreadable("the body is not UTF-8");
        }
    }

    private static Object value(JsonParser parser, String name) throws IOException {
        return switch (parser.nextToken()) {
            case VALUE_NULL ->
                throw new ApiErrorException(
                        ErrorCode.INVALID_PARAMETER,
                        Parameters.printable(name) + " is null; leave it out, or give it a value");
            case START_ARRAY -> elements(parser);
            default -> single(parser);
        };
    }

    private static List<Object> elements(JsonParser parser) throws IOException {
        List<Object> elements = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            elements.add(single(parser));
        }
        return elements;
    }

    private static Object single(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case VALUE_STRING -> parser.getText();
            case VALUE_NUMBER_INT ->
                parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
                        ? OF_NO_USE
                        : (Object) parser.getLongValue();
            case START_OBJECT, START_ARRAY -> {
                parser.skipChildren();
                yield OF_NO_USE;
            }
            default -> OF_NO_USE;
        };
    }

    private static ApiErrorException unreadable(String message) {
        return new ApiErrorException(ErrorCode.INVALID_PARAMETER, message);
    }
}
