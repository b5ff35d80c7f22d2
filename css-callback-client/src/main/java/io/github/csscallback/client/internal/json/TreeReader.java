package io.github.csscallback.client.internal.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Reads one JSON object into Jackson's tree. An ObjectMapper would do the same after loading some hundred classes, which is
 * most of the time to a first answer.
 */
public final class TreeReader {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private TreeReader() {}

    /**
     * Reads bytes that are one JSON object in UTF-8 and nothing else.
     *
     * @param bytes the text
     * @return the object
     * @throws UnreadableJsonException if they are something else
     */
    public static ObjectNode object(byte[] bytes) throws UnreadableJsonException {
        try (JsonParser parser = Json.FACTORY.createParser(bytes)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new UnreadableJsonException("not a JSON object");
            }
            ObjectNode object = readObject(parser);
            if (parser.nextToken() != null) {
                throw new UnreadableJsonException("something follows the JSON object");
            }
            return object;
        } catch (JsonProcessingException e) {
            throw new UnreadableJsonException("not JSON, line "
                    + (e.getLocation() == null
                            ? "unknown"
                            : e.getLocation().getLineNr() + " column "
                                    + e.getLocation().getColumnNr()));
        } catch (IOException e) {
            throw new UnreadableJsonException("not text in UTF-8");
        }
    }

    private static ObjectNode readObject(JsonParser parser) throws IOException {
        ObjectNode object = NODES.objectNode();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            object.set(name, readValue(parser, parser.nextToken()));
        }
        return object;
    }

    private static ArrayNode readArray(JsonParser parser) throws IOException {
        ArrayNode array = NODES.arrayNode();
        JsonToken token = parser.nextToken();
        while (token != JsonToken.END_ARRAY) {
            array.add(readValue(parser, token));
            token = parser.nextToken();
        }
        return array;
    }

    private static JsonNode readValue(JsonParser parser, @Nullable JsonToken token) throws IOException {
        if (token == null) {
            throw new IOException("the text ends too early");
        }
        return switch (token) {
            case START_OBJECT -> readObject(parser);
            case START_ARRAY -> readArray(parser);
            case VALUE_STRING -> NODES.textNode(parser.getText());
            case VALUE_NUMBER_INT ->
                parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
                        ? NODES.numberNode(parser.getBigIntegerValue())
                        : NODES.numberNode(parser.getLongValue());
            case VALUE_NUMBER_FLOAT -> NODES.numberNode(parser.getDecimalValue());
            case VALUE_TRUE -> NODES.booleanNode(true);
            case VALUE_FALSE -> NODES.booleanNode(false);
            default -> NODES.nullNode();
        };
    }
}
