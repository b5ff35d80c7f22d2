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

    /** Escapes characters with which a packet could control the terminal or reorder the text that surrounds it. */
    public static String printable(String text) {
        StringBuilder safe = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (isUnsafe(c)) {
                safe.append(c == '\n' ? "\\n" : "\\u" + HexFormat.of().toHexDigits((char) c));
            } else {
                safe.appendCodePoint(c);
            }
        });
        return safe.toString();
    }

    /** Control characters, line and paragraph separators, and the controls of bidirectional text. */
    private static boolean isUnsafe(int c) {
        return Character.isISOControl(c)
                || c == 0x061C
                || c == 0x200E
                || c == 0x200F
                || (c >= 0x2028 && c <= 0x202E)
                || (c >= 0x2066 && c <= 0x2069);
    }
}
