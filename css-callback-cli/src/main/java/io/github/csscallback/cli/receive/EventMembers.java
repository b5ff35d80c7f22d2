package io.github.csscallback.cli.receive;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.csscallback.core.event.CallbackEvent;
import io.github.csscallback.core.event.UnknownEvent;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * The members of an event as CSS wrote them, credentials as {@code ***} unless revealed. Of an event of an unknown type
 * every value is hidden, since any of them may be a credential.
 */
final class EventMembers {

    private static final String HIDDEN = "***";

    /** The receiver has bounded the packet already, and an event that it accepted must be printed. */
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(Integer.MAX_VALUE)
                    .maxNumberLength(Integer.MAX_VALUE)
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNameLength(Integer.MAX_VALUE)
                    .build())
            .build();

    private final boolean reveal;

    /**
     * @param reveal whether credentials are printed
     */
    EventMembers(boolean reveal) {
        this.reveal = reveal;
    }

    /** The event as a JSON object in one line. */
    String of(CallbackEvent event) {
        if (reveal) {
            return event.fields().toJsonWithCredentials();
        }
        if (event instanceof UnknownEvent) {
            ObjectNode names = JsonNodeFactory.instance.objectNode();
            members(event.fields().toJson()).fieldNames().forEachRemaining(name -> names.put(name, HIDDEN));
            return names.toString();
        }
        return event.fields().toJson();
    }

    /** Each member with its text, or with its JSON if it is no text. Numbers are not evaluated, whatever their size. */
    static ObjectNode members(String json) {
        ObjectNode members = JsonNodeFactory.instance.objectNode();
        try (JsonParser parser = JSON.createParser(json)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                JsonToken value = parser.nextToken();
                if (value == JsonToken.VALUE_STRING) {
                    members.put(name, parser.getText());
                } else if (value != JsonToken.VALUE_NULL) {
                    members.put(name, source(json, parser));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("what the SDK wrote is valid JSON", e);
        }
        return members;
    }

    private static String source(String json, JsonParser parser) throws IOException {
        int start = (int) parser.currentTokenLocation().getCharOffset();
        if (parser.currentToken().isScalarValue()) {
            return parser.getText();
        }
        parser.skipChildren();
        return json.substring(start, (int) parser.currentLocation().getCharOffset());
    }
}
