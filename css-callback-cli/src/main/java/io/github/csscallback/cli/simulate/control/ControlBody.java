package io.github.csscallback.cli.simulate.control;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A JSON object of a request whose members are all known, and what stands in them. What is wrong is named by its path. */
public final class ControlBody {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS, DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private final ObjectNode members;
    private final String path;

    private ControlBody(ObjectNode members, String path) {
        this.members = members;
        this.path = path;
    }

    /**
     * Reads a body; an empty one is an object without members.
     *
     * @param known the members that it may have
     */
    static ControlBody read(byte[] bytes, List<String> known) {
        if (!((bytes.length == 0 ? JSON.createObjectNode() : tree(decode(bytes))) instanceof ObjectNode object)) {
            throw ControlException.of(400, "the body must be a JSON object");
        }
        return of(object, "", known);
    }

    /** Strictly, as Jackson takes other encodings too. */
    private static String decode(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw ControlException.of(400, "the body is not UTF-8");
        }
    }

    private static JsonNode tree(String text) {
        try {
            return JSON.readTree(text);
        } catch (StreamConstraintsException e) {
            throw ControlException.of(
                    400, "the body is nested too deeply, or holds a number or a name that is too long");
        } catch (JsonProcessingException e) {
            // Jackson's message would quote the body, and a key may stand in it.
            throw ControlException.of(400, "the body is not valid JSON" + where(e));
        } catch (NumberFormatException e) { // of an exponent that no number of Java has
            throw ControlException.of(400, "the body holds a number that is too large or too small to be read");
        }
    }

    private static String where(JsonProcessingException e) {
        return e.getLocation() == null
                ? ""
                : ": line " + e.getLocation().getLineNr() + ", column "
                        + e.getLocation().getColumnNr();
    }

    private static ControlBody of(ObjectNode object, String path, List<String> known) {
        ControlBody body = new ControlBody(object, path);
        object.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                throw ControlException.field(
                        body.pathOf(name),
                        "there is no such member"
                                + (known.isEmpty()
                                        ? "; this call takes none"
                                        : "; there are " + String.join(", ", known)));
            }
        });
        return body;
    }

    String pathOf(String name) {
        return path + name;
    }

    /** A member that null counts as missing for. */
    private @Nullable JsonNode at(String name) {
        JsonNode value = members.get(name);
        return value == null || value.isNull() ? null : value;
    }

    private JsonNode required(String name) {
        JsonNode value = at(name);
        if (value == null) {
            throw ControlException.field(pathOf(name), "it is missing");
        }
        return value;
    }

    boolean has(String name) {
        return at(name) != null;
    }

    /** A text that is not blank. */
    String text(String name) {
        String text = anyText(name);
        if (text.isBlank()) {
            throw ControlException.field(pathOf(name), "it must not be blank");
        }
        return text;
    }

    /** A text, perhaps an empty one. */
    String anyText(String name) {
        return textOf(required(name), pathOf(name));
    }

    Optional<String> optionalText(String name) {
        return has(name) ? Optional.of(text(name)) : Optional.empty();
    }

    private static String textOf(JsonNode value, String path) {
        if (!value.isTextual()) {
            throw ControlException.field(path, "it must be a text");
        }
        return value.textValue();
    }

    /** A text or a whole number, as a text. */
    String textOrNumber(String name) {
        JsonNode value = required(name);
        return value.isIntegralNumber() ? value.asText() : textOf(value, pathOf(name));
    }

    /** A length of time in seconds, zero or more, perhaps with a fraction. */
    Duration seconds(String name, Duration most) {
        BigDecimal seconds = number(name);
        if (seconds.signum() < 0 || isLonger(seconds, most)) {
            throw ControlException.field(pathOf(name), "it must be from 0 to " + most.toSeconds());
        }
        return duration(seconds);
    }

    /** A length of time in seconds, a nanosecond at least. */
    Duration positiveSeconds(String name, Duration most) {
        BigDecimal seconds = number(name);
        if (seconds.signum() <= 0
                || isLonger(seconds, most)
                || duration(seconds).isZero()) {
            throw ControlException.field(pathOf(name), "it must be above 0, up to " + most.toSeconds());
        }
        return duration(seconds);
    }

    private BigDecimal number(String name) {
        JsonNode value = required(name);
        if (!value.isNumber()) {
            throw ControlException.field(pathOf(name), "it must be a number");
        }
        return value.decimalValue();
    }

    private static boolean isLonger(BigDecimal seconds, Duration most) {
        return seconds.compareTo(BigDecimal.valueOf(most.toSeconds())) > 0;
    }

    private static Duration duration(BigDecimal seconds) {
        return Duration.ofNanos(seconds.movePointRight(9).longValue());
    }

    /** A whole number from 1, or empty for a word. */
    Optional<Integer> countOr(String word, String name) {
        JsonNode value = required(name);
        if (value.isTextual() && value.textValue().equals(word)) {
            return Optional.empty();
        }
        if (!value.canConvertToInt() || !value.isIntegralNumber() || value.intValue() < 1) {
            throw ControlException.field(pathOf(name), "it must be a whole number from 1, or \"" + word + "\"");
        }
        return Optional.of(value.intValue());
    }

    /** Texts by name; none if it is missing. */
    Map<String, String> texts(String name) {
        Map<String, String> texts = new LinkedHashMap<>();
        values(name).forEach((inner, value) -> {
            String at = pathOf(name) + "." + inner;
            if (!(value instanceof String text)) {
                throw ControlException.field(at, "it must be a text");
            }
            texts.put(inner, text);
        });
        return texts;
    }

    /** Any values by name, as Java values; none if it is missing. */
    Map<String, @Nullable Object> values(String name) {
        JsonNode value = at(name);
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        if (value == null) {
            return values;
        }
        if (!(value instanceof ObjectNode object)) {
            throw ControlException.field(pathOf(name), "it must be an object");
        }
        object.properties().forEach(member -> values.put(member.getKey(), javaValue(member.getValue())));
        return values;
    }

    private static @Nullable Object javaValue(JsonNode value) {
        return value.isNull() ? null : JSON.convertValue(value, Object.class);
    }

    /** Texts; none if it is missing. */
    List<String> textList(String name) {
        List<String> texts = new ArrayList<>();
        if (has(name)) {
            ArrayNode list = list(name);
            for (int i = 0; i < list.size(); i++) {
                texts.add(textOf(list.get(i), element(name, i)));
            }
        }
        return texts;
    }

    /**
     * Objects, where a text stands for an object with that text as its first member.
     *
     * @param known the members that each may have
     */
    List<ControlBody> objects(String name, String first, List<String> known) {
        ArrayNode list = list(name);
        List<ControlBody> bodies = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            JsonNode value = list.get(i);
            if (value.isTextual()) {
                bodies.add(new ControlBody(JSON.createObjectNode().set(first, value), element(name, i) + "."));
            } else if (value instanceof ObjectNode object) {
                bodies.add(of(object, element(name, i) + ".", known));
            } else {
                throw ControlException.field(element(name, i), "it must be a text or an object");
            }
        }
        return bodies;
    }

    private ArrayNode list(String name) {
        if (required(name) instanceof ArrayNode list) {
            return list;
        }
        throw ControlException.field(pathOf(name), "it must be a list");
    }

    private String element(String name, int i) {
        return pathOf(name) + "[" + i + "]";
    }
}
