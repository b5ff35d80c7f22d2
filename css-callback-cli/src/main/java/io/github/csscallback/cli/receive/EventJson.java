package io.github.csscallback.cli.receive;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.csscallback.core.event.CallbackEvent;
import io.github.csscallback.core.event.EventType;
import io.github.csscallback.core.event.UnknownEvent;
import io.github.csscallback.core.field.Fields;
import io.github.csscallback.core.field.SecretText;
import java.lang.reflect.RecordComponent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An event's record as JSON: each component under its name, what is missing as null, times as ISO 8601, secret texts as
 * {@code ***}. The raw members are left out, since secrets are among them, except of an event of an unknown kind, of which
 * nothing else tells: their names, or on demand their values.
 */
public final class EventJson {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private static final String HIDDEN = "***";
    /** Numbers to the last digit. */
    private static final ObjectMapper AS_SENT = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private final boolean reveal;

    /**
     * @param reveal whether secret texts are printed
     */
    public EventJson(boolean reveal) {
        this.reveal = reveal;
    }

    public ObjectNode of(CallbackEvent event) {
        ObjectNode node = components(event);
        if (event instanceof UnknownEvent unknown) {
            node.set("fields", reveal ? members(unknown.fields()) : names(unknown.fields()));
        }
        return node;
    }

    private static ArrayNode names(Fields fields) {
        ArrayNode names = JSON.arrayNode();
        fields.names().forEach(names::add);
        return names;
    }

    /** Without the sign, though: while it is fresh, it makes any packet genuine, and it tells nothing. */
    private static ObjectNode members(Fields fields) {
        ObjectNode members = JSON.objectNode();
        for (String name : fields.names()) {
            members.set(name, name.equals("sign") ? JSON.textNode(HIDDEN) : asSent(fields.json(name)));
        }
        return members;
    }

    /** Parsed, not copied, since it may have lines. What only the SDK can read is a text: the event must not be lost for it. */
    private static JsonNode asSent(@Nullable String json) {
        try {
            return json == null ? JSON.nullNode() : AS_SENT.readTree(json);
        } catch (JsonProcessingException | NumberFormatException e) { // the latter of an exponent beyond all bounds
            return JSON.textNode(json);
        }
    }

    private ObjectNode components(Object record) {
        ObjectNode node = JSON.objectNode();
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            if (component.getType() != Fields.class) {
                node.set(component.getName(), node(valueOf(component, record)));
            }
        }
        return node;
    }

    private static @Nullable Object valueOf(RecordComponent component, Object record) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the records of the SDK are public", e);
        }
    }

    private JsonNode node(@Nullable Object value) {
        if (value == null) {
            return JSON.nullNode();
        }
        if (value instanceof SecretText secret) {
            return JSON.textNode(reveal ? secret.reveal() : secret.toString());
        }
        if (value instanceof EventType type) {
            return JSON.numberNode(type.number());
        }
        if (value instanceof List<?> list) {
            ArrayNode array = JSON.arrayNode();
            list.forEach(element -> array.add(node(element)));
            return array;
        }
        if (value instanceof Record record) {
            return record(record);
        }
        return scalar(value);
    }

    /** Open values, such as a suggestion, wrap what was sent in one component; nobody wants to see the wrapping. */
    private JsonNode record(Record record) {
        RecordComponent[] components = record.getClass().getRecordComponents();
        boolean wrapped = components.length == 1 && components[0].getName().equals("value");
        return wrapped ? node(valueOf(components[0], record)) : components(record);
    }

    private static JsonNode scalar(Object value) {
        if (value instanceof Boolean flag) {
            return JSON.booleanNode(flag);
        }
        if (value instanceof Integer number) {
            return JSON.numberNode(number);
        }
        if (value instanceof Long number) {
            return JSON.numberNode(number);
        }
        if (value instanceof Double number) {
            return JSON.numberNode(number);
        }
        return JSON.textNode(value.toString()); // texts, and times and lengths of time, which print as ISO 8601
    }
}
