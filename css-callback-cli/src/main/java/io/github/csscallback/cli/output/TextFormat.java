package io.github.csscallback.cli.output;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.csscallback.core.event.LiveStream;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An event for people to read: what is there, one component a line. */
public final class TextFormat {

    private TextFormat() {}

    /** Domain, path and name of a stream, as far as they are known. */
    public static String of(LiveStream stream) {
        String text = Stream.of(stream.pushDomain(), stream.appName(), stream.streamName())
                .filter(Objects::nonNull)
                .map(TextFormat::printable)
                .collect(Collectors.joining("/"));
        return text.isEmpty() ? "-" : text;
    }

    /** The components that are there, names in a column of their own. */
    public static String of(ObjectNode event) {
        List<Map.Entry<String, JsonNode>> components = event.properties().stream()
                .filter(component -> isThere(component.getValue()))
                .toList();
        int width = components.stream()
                .mapToInt(component -> component.getKey().length())
                .max()
                .orElse(0);
        StringBuilder text = new StringBuilder();
        for (Map.Entry<String, JsonNode> component : components) {
            JsonNode value = component.getValue();
            text.append(System.lineSeparator())
                    .append("    ")
                    .append(padded(component.getKey(), width))
                    .append("  ")
                    .append(printable(value.isTextual() ? value.textValue() : value.toString()));
        }
        return text.toString();
    }

    private static boolean isThere(JsonNode value) {
        return !value.isNull() && !(value.isArray() && value.isEmpty());
    }

    public static String padded(String text, int width) {
        return text.length() >= width ? text : text + " ".repeat(width - text.length());
    }

    /** Without control characters: a packet could steer the terminal with them. */
    public static String printable(String text) {
        StringBuilder safe = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (Character.isISOControl(c)) {
                safe.append(c == '\n' ? "\\n" : "\\u" + HexFormat.of().toHexDigits((char) c));
            } else {
                safe.appendCodePoint(c);
            }
        });
        return safe.toString();
    }
}
