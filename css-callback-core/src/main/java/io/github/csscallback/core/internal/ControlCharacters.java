package io.github.csscallback.core.internal;

import java.util.Locale;

/**
 * Escapes the characters that break lines or steer a terminal: control characters, DEL and the line separators of
 * Unicode. What a packet holds cannot then forge a line of a log.
 */
public final class ControlCharacters {

    private ControlCharacters() {}

    /**
     * Writes such characters as a JSON escape, {@code \n} or {@code \}{@code u001b}, and all others unchanged.
     *
     * @param text any text
     * @return the text itself if it has none of them
     */
    public static String escaped(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (isEscaped(text.charAt(i))) {
                return escapedFrom(text, i);
            }
        }
        return text;
    }

    private static String escapedFrom(String text, int first) {
        StringBuilder escaped = new StringBuilder(text.length() + 16).append(text, 0, first);
        for (int i = first; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\n' -> escaped.append("\\n");
                case '\r' -> escaped.append("\\r");
                case '\t' -> escaped.append("\\t");
                default -> {
                    if (isEscaped(c)) {
                        escaped.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
                    } else {
                        escaped.append(c);
                    }
                }
            }
        }
        return escaped.toString();
    }

    private static boolean isEscaped(char c) {
        return Character.isISOControl(c) || c == '\u2028' || c == '\u2029';
    }
}
