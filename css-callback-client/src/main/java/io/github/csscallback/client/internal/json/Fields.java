package io.github.csscallback.client.internal.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * The members of an object of an answer. Documented members may be missing or null, numbers come as strings in two official
 * samples, and unknown members come with every release: all of that reads.
 *
 * @param node the object
 */
public record Fields(ObjectNode node) {

    private static final int MAX_DIGITS = 20;

    /**
     * A text.
     *
     * @param name the member's name
     * @return the text, also of a number; null if missing, null or nested
     */
    public @Nullable String text(String name) {
        JsonNode value = node.get(name);
        return value != null && value.isValueNode() && !value.isNull() ? value.asText() : null;
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
        JsonNode value = node.get(name);
        if (value == null) {
            return OptionalLong.empty();
        }
        if (value.isIntegralNumber()) {
            return value.canConvertToLong() ? OptionalLong.of(value.longValue()) : OptionalLong.empty();
        }
        return value.isTextual() ? parse(value.textValue()) : OptionalLong.empty();
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
        return node.get(name) instanceof ObjectNode object ? new Fields(object) : null;
    }

    /**
     * A list of objects.
     *
     * @param name the member's name
     * @return those elements that are objects; empty if missing, null or something else
     */
    public List<Fields> objects(String name) {
        List<Fields> objects = new ArrayList<>();
        for (JsonNode element : elements(name)) {
            if (element instanceof ObjectNode object) {
                objects.add(new Fields(object));
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
        List<String> texts = new ArrayList<>();
        for (JsonNode element : elements(name)) {
            if (element.isTextual()) {
                texts.add(element.textValue());
            }
        }
        return texts;
    }

    private Iterable<JsonNode> elements(String name) {
        JsonNode value = node.get(name);
        return value != null && value.isArray() ? value : List.of();
    }

    /**
     * The names only; the values may be secret.
     *
     * @return a short text
     */
    @Override
    public String toString() {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return "Fields" + names;
    }
}
