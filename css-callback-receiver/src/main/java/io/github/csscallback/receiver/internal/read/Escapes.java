package io.github.csscallback.receiver.internal.read;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Resolves the escapes of a JSON text that has already been found well-formed. Half of a surrogate pair, which UTF-8 cannot
 * hold, becomes U+FFFD.
 */
final class Escapes {

    private static final int REPLACEMENT = 0xFFFD;

    private Escapes() {}

    /** The characters of a text. */
    static String decode(byte[] source, int start, int end) {
        return new String(resolve(source, start, end), StandardCharsets.UTF_8);
    }

    /** The text in UTF-8. */
    static byte[] resolve(byte[] source, int start, int end) {
        byte[] resolved = new byte[maxSize(source, start, end)];
        int size = 0;
        int at = start;
        while (at < end) {
            if (source[at] != '\\') {
                resolved[size++] = source[at++];
            } else if (source[at + 1] != 'u') {
                resolved[size++] = simple(source[at + 1]);
                at += 2;
            } else {
                int character = character(source, at, end);
                size += encode(character, resolved, size);
                at += Character.isSupplementaryCodePoint(character) ? 12 : 6;
            }
        }
        return size == resolved.length ? resolved : Arrays.copyOf(resolved, size);
    }

    /** The size, exactly unless there are escapes of a code unit: six characters for three bytes, twelve for four. */
    private static int maxSize(byte[] source, int start, int end) {
        int size = end - start;
        for (int at = start; at < end; at++) {
            if (source[at] == '\\') {
                size--;
                at++; // what is escaped may be a backslash
            }
        }
        return size;
    }

    private static byte simple(byte letter) {
        return switch (letter) {
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            default -> letter; // quote, slash, backslash stand for themselves
        };
    }

    /** The character whose escape begins here, or whose pair of escapes does. */
    private static int character(byte[] source, int at, int end) {
        char unit = unit(source, at);
        int next = at + 6;
        if (Character.isHighSurrogate(unit) && next + 6 <= end && source[next] == '\\' && source[next + 1] == 'u') {
            char low = unit(source, next);
            if (Character.isLowSurrogate(low)) {
                return Character.toCodePoint(unit, low);
            }
        }
        return Character.isSurrogate(unit) ? REPLACEMENT : unit;
    }

    private static char unit(byte[] source, int at) {
        int unit = 0;
        for (int i = at + 2; i < at + 6; i++) {
            unit = (unit << 4) | Character.digit(source[i], 16);
        }
        return (char) unit;
    }

    private static int encode(int character, byte[] target, int at) {
        if (character < 0x80) {
            target[at] = (byte) character;
            return 1;
        }
        byte[] encoded = Character.toString(character).getBytes(StandardCharsets.UTF_8);
        System.arraycopy(encoded, 0, target, at, encoded.length);
        return encoded.length;
    }
}
