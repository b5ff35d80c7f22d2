package io.github.csscallback.client.internal.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * The members of an object of an answer. Documented members may be missing or null, numbers come as strings in two official
 * samples, and unknown members come with every release: all of that reads. Of members of one name the last counts.
 * Immutable.
 */
public final class Fields {

    private static final int MAX_DIGITS = 20;

    /**
     * Name, value, name, value. A value is a String, a Long, a BigInteger, a BigDecimal, a Boolean, Fields, a List of such
     * values, or null. For the dozen names of an answer's objects, looking through them takes less than hashing would.
     */
    private final @Nullable Object[] members;

    Fields(@Nullable Object[] members) {
        this.members = members;
    }

    /**
     * No members at all.
     *
     * @return an empty object
     */
    public static Fields none() {
        return new Fields(new Object[0]);
    }

    private @Nullable Object value(String name) {
        for (int i = members.length - 2; i >= 0; i -= 2) {
            if (name.equals(members[i])) {
                return members[i + 1];
            }
        }
        return null;
    }

    /**
     * A text.
     *
     * @param name the member's name
     * @return the text, also of a number; null if missing, null or nested
     */
    public @Nullable String text(String name) {
        Object value = value(name);
        return value instanceof String || value instanceof Number || value instanceof Boolean ? value.toString() : null;
    }

    /**
     * A text of which the empty one says as much as none.
     *
     * @param name the member's name
     * @return the text; null if missing, null, nested or empty
     */
    public @Nullable String textOrNone(String name) {
        String text = text(name);
        return text == null || text.isEmpty() ? null : text;
    }

    /**
     * An integer.
     *
     * @param name the member's name
     * @return the number, also from a string; empty if missing, null or no integer of 64 bits
     */
    public OptionalLong number(String name) {
        Object value = value(name);
        if (value instanceof Long number) {
            return OptionalLong.of(number);
        }
        return value instanceof String text ? parse(text) : OptionalLong.empty();
    }

    private static OptionalLong parse(String text) {
        String digits = text.startsWith("-") ? text.substring(1) : text;
        // Long.parseLong would take a plus sign and the digits of any script.
        if (text.length() > MAX_DIGITS || digits.isEmpty() || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return OptionalLong.empty();
        }
        try {
            return OptionalLong.of(Long.parseLong(text));
        } catch (NumberFormatException e) {
            return OptionalLong.empty();
        }
    }

    /**
     * A nested object.
     *
     * @param name the member's name
     * @return its members; null if missing, null or something else
     */
    public @Nullable Fields object(String name) {
        return value(name) instanceof Fields object ? object : null;
    }

    /**
     * A list of objects.
     *
     * @param name the member's name
     * @return those elements that are objects; empty if missing, null or something else
     */
    public List<Fields> objects(String name) {
        List<?> elements = elements(name);
        List<Fields> objects = new ArrayList<>(elements.size());
        for (Object element : elements) {
            if (element instanceof Fields object) {
                objects.add(object);
            }
        }
        return objects;
    }

    /**
     * A list of texts.
     *
     * @param name the member's name
     * @return those elements that are texts; empty if missing, null or something else
     */
    public List<String> texts(String name) {
        List<?> elements = elements(name);
        if (elements.isEmpty()) {
            return List.of();
        }
        List<String> texts = new ArrayList<>(elements.size());
        for (Object element : elements) {
            if (element instanceof String text) {
                texts.add(text);
            }
        }
        return texts;
    }

    private List<?> elements(String name) {
        return value(name) instanceof List<?> list ? list : List.of();
    }

    /**
     * The object as JSON again.
     *
     * @return compact JSON
     */
    public String toJson() {
        return JsonBytes.text(this::write);
    }

    private void write(JsonGenerator json) throws IOException {
        for (Map.Entry<String, @Nullable Object> member : byName().entrySet()) {
            json.writeFieldName(member.getKey());
            write(json, member.getValue());
        }
    }

    private static void write(JsonGenerator json, @Nullable Object value) throws IOException {
        if (value instanceof Fields object) {
            json.writeStartObject();
            object.write(json);
            json.writeEndObject();
        } else if (value instanceof List<?> list) {
            json.writeStartArray();
            for (Object element : list) {
                write(json, element);
            }
            json.writeEndArray();
        } else if (value instanceof String text) {
            json.writeString(text);
        } else if (value instanceof Long number) {
            json.writeNumber(number);
        } else if (value instanceof BigInteger number) {
            json.writeNumber(number);
        } else if (value instanceof BigDecimal number) {
            json.writeNumber(number);
        } else if (value instanceof Boolean bool) {
            json.writeBoolean(bool);
        } else {
            json.writeNull();
        }
    }

    private Map<String, @Nullable Object> byName() {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (int i = 0; i < members.length; i += 2) {
            values.put(String.valueOf(members[i]), members[i + 1]);
        }
        return values;
    }

    /**
     * The names only; the values may be secret.
     *
     * @return a short text
     */
    @Override
    public String toString() {
        return "Fields" + byName().keySet();
    }
}
