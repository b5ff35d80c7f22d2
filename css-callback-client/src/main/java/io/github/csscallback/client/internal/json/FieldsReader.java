package io.github.csscallback.client.internal.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads one JSON object as a stream into {@link Fields}. Jackson's own tree would hold the same in a hash table per object,
 * and has to be loaded first.
 */
public final class FieldsReader {

    private final JsonParser parser;

    /** What was read of the objects and arrays that are open, the innermost last; each takes its own off when it ends. */
    private final ArrayList<@Nullable Object> pending = new ArrayList<>();

    private FieldsReader(JsonParser parser) {
        this.parser = parser;
    }

    /**
     * Reads bytes that are one JSON object in UTF-8 and nothing else.
     *
     * @param bytes the text
     * @return the object's members
     * @throws UnreadableJsonException if they are something else
     */
    public static Fields object(byte[] bytes) throws UnreadableJsonException {
        return object(new ByteArrayInputStream(bytes));
    }

    /**
     * Reads a stream that is one JSON object in UTF-8 and nothing else.
     *
     * @param bytes the text, in memory: reading it does not fail
     * @return the object's members
     * @throws UnreadableJsonException if it is something else
     */
    public static Fields object(InputStream bytes) throws UnreadableJsonException {
        try (JsonParser parser = Json.FACTORY.createParser(bytes)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new UnreadableJsonException("not a JSON object");
            }
            Fields fields = new FieldsReader(parser).readObject();
            if (parser.nextToken() != null) {
                throw new UnreadableJsonException("something follows the JSON object");
            }
            return fields;
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

    private Fields readObject() throws IOException {
        int begin = pending.size();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            pending.add(parser.currentName());
            pending.add(readValue(parser.nextToken()));
        }
        return new Fields(take(begin));
    }

    private List<@Nullable Object> readArray() throws IOException {
        int begin = pending.size();
        JsonToken token = parser.nextToken();
        while (token != JsonToken.END_ARRAY) {
            pending.add(readValue(token));
            token = parser.nextToken();
        }
        return Arrays.asList(take(begin));
    }

    private @Nullable Object[] take(int begin) {
        List<@Nullable Object> own = pending.subList(begin, pending.size());
        @Nullable Object[] taken = own.toArray();
        own.clear();
        return taken;
    }

    private @Nullable Object readValue(@Nullable JsonToken token) throws IOException {
        if (token == null) {
            throw new IOException("the text ends too early");
        }
        return switch (token) {
            case START_OBJECT -> readObject();
            case START_ARRAY -> readArray();
            case VALUE_STRING -> parser.getText();
            case VALUE_NUMBER_INT ->
                parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
                        ? parser.getBigIntegerValue()
                        : (Object) parser.getLongValue();
            case VALUE_NUMBER_FLOAT -> parser.getDecimalValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            default -> null;
        };
    }
}
