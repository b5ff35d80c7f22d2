package io.github.csscallback.client.internal.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads members of a response leniently: documented members may be missing or null, and two official samples give numbers as
 * strings.
 */
public final class ResponseMembers {

    private static final int MAX_DIGITS = 20;

    private ResponseMembers() {}

    /** Returns a string, number or boolean as text; null if the member is missing, null or nested. */
    public static @Nullable String text(ObjectNode object, String name) {
        JsonNode value = object.get(name);
        return value == null || value.isNull() || value.isContainerNode() ? null : value.asText();
    }

    /** Returns the text as {@link #text} does, and null for an empty one. */
    public static @Nullable String nonEmptyText(ObjectNode object, String name) {
        String text = text(object, name);
        return text == null || text.isEmpty() ? null : text;
    }

    /** Returns an integer, also one given as a string of digits; null if the member is anything else or exceeds 64 bits. */
    public static @Nullable Long number(ObjectNode object, String name) {
        JsonNode value = object.get(name);
        if (value == null) {
            return null;
        }
        if (value.isTextual()) {
            return parse(value.textValue());
        }
        return value.isIntegralNumber() && value.canConvertToLong() ? Long.valueOf(value.longValue()) : null;
    }

    /** Long.parseLong would also accept a plus sign and the digits of any script. */
    private static @Nullable Long parse(String text) {
        String digits = text.startsWith("-") ? text.substring(1) : text;
        if (text.length() > MAX_DIGITS || digits.isEmpty() || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return null;
        }
        try {
            return Long.valueOf(text);
        } catch (NumberFormatException e) { // 19 or 20 digits may exceed 64 bits
            return null;
        }
    }

    /** Returns a nested object; null if the member is missing or anything else. */
    public static @Nullable ObjectNode object(ObjectNode object, String name) {
        return object.get(name) instanceof ObjectNode nested ? nested : null;
    }

    /** Returns the objects of an array, skipping other elements; empty if the member is missing or anything else. */
    public static List<ObjectNode> objects(ObjectNode object, String name) {
        List<ObjectNode> objects = new ArrayList<>();
        JsonNode array = object.path(name);
        if (array.isArray()) {
            array.forEach(element -> {
                if (element instanceof ObjectNode nested) {
                    objects.add(nested);
                }
            });
        }
        return objects;
    }

    /** Returns the strings of an array, skipping other elements; empty if the member is missing or anything else. */
    public static List<String> texts(ObjectNode object, String name) {
        List<String> texts = new ArrayList<>();
        JsonNode array = object.path(name);
        if (array.isArray()) {
            array.forEach(element -> {
                if (element.isTextual()) {
                    texts.add(element.textValue());
                }
            });
        }
        return List.copyOf(texts);
    }
}
