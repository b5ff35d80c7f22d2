package io.github.csscallback.receiver.internal.read;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Resolves the escapes of a JSON text that has already been found well-formed. Half of a surrogate pair, which UTF-8 cannot
 * hold, becomes U+FFFD.
 */
final class Escapes {

    private Escapes() {}

    /** The characters of a text. */
    static String decode(byte[] source, int start, int end) {
        return new String(resolve(source, start, end), StandardCharsets.UTF_8);
    }

    /** The text in UTF-8. */
    static byte[] resolve(byte[] source, int start, int end) {
        ByteArrayOutputStream resolved = new ByteArrayOutputStream(end - start);
        int at = start;
        while (at < end) {
            if (source[at] != '\\') {
                resolved.write(source[at++]);
            } else if (source[at + 1] == 'u') {
                at = resolveUnicode(source, at, end, resolved);
            } else {
                resolved.write(simple(source[at + 1]));
                at += 2;
            }
        }
        return resolved.toByteArray();
    }

    private static int simple(byte letter) {
        return switch (letter) {
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            default -> letter; // quote, slash, backslash stand for themselves
        };
    }

    private static int resolveUnicode(byte[] source, int at, int end, ByteArrayOutputStream resolved) {
        char unit = unit(source, at);
        int next = at + 6;
        int character = unit;
        if (Character.isHighSurrogate(unit) && next + 6 <= end && source[next] == '\\' && source[next + 1] == 'u') {
            char low = unit(source, next);
            if (Character.isLowSurrogate(low)) {
                character = Character.toCodePoint(unit, low);
                next += 6;
            }
        }
        boolean half = Character.MIN_SURROGATE <= character && character <= Character.MAX_SURROGATE;
        resolved.writeBytes(Character.toString(half ? 0xFFFD : character).getBytes(StandardCharsets.UTF_8));
        return next;
    }

    private static char unit(byte[] source, int at) {
        int unit = 0;
        for (int i = at + 2; i < at + 6; i++) {
            unit = (unit << 4) | Character.digit(source[i], 16);
        }
        return (char) unit;
    }
}
