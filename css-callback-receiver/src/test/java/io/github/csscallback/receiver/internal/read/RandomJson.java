package io.github.csscallback.receiver.internal.read;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;

/** Writes random JSON in all the ways in which it may be written: blanks, escapes, forms of numbers, empty containers. */
final class RandomJson {

    private static final String[] BLANKS = {"", "", "", " ", "\n", "\r\n", "\t", "  \n "};
    private static final String[] NUMBERS = {
        "0",
        "-0",
        "1",
        "-1",
        "10",
        "1703732078",
        "9223372036854775807",
        "-9223372036854775808",
        "0.0",
        "-0.5",
        "12.75",
        "1e9",
        "1E+9",
        "1.5e-3",
        "0e0",
        "18446744073709551616",
        "1810089.20"
    };
    private static final String[] PIECES = {
        "a",
        "B",
        "7",
        " ",
        "/",
        "{",
        "}",
        "[",
        "]",
        ":",
        ",",
        "'",
        "*",
        "\u007f",
        "é",
        "ß",
        "直",
        "播",
        "\ud83d\udd11",
        "\u2028",
        "eight by",
        "a longer piece of text that spans several words"
    };
    private static final String[] ESCAPES = {
        "\\\"",
        "\\\\",
        "\\/",
        "\\b",
        "\\f",
        "\\n",
        "\\r",
        "\\t",
        "\\u0041",
        "\\u00e9",
        "\\u76F4",
        "\\ud83d\\udd11",
        "\\uD83D\\uDD11",
        "\\u0000",
        "\\ud800",
        "\\udc00",
        "\\udc00\\ud800",
        "\\ud800\\ud800",
        "\\ud83dx",
        "\\\\u0041"
    };

    private static final String STRUCTURE = "{}[]\",:\\/ \n-+.eE0123tfnu\u0000\u001f";

    private final Random random;
    private final StringBuilder json = new StringBuilder();

    private RandomJson(Random random) {
        this.random = random;
    }

    /** One well-formed value, mostly an object; no name stands twice in one object unless two escapes mean the same. */
    static byte[] value(Random random) {
        RandomJson written = new RandomJson(random);
        written.blank();
        if (random.nextInt(8) > 0) {
            written.object(1);
        } else {
            written.value(1);
        }
        written.blank();
        return written.json.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** One well-formed text, with its quotes. */
    static String text(Random random) {
        RandomJson written = new RandomJson(random);
        written.text(6);
        return written.json.toString();
    }

    /** The same with a few bytes changed, put in or taken out; mostly not well-formed any more. */
    static byte[] damaged(byte[] json, Random random) {
        byte[] damaged = json;
        for (int i = random.nextInt(3); i >= 0 && damaged.length > 1; i--) {
            int at = random.nextInt(damaged.length);
            byte other = (byte)
                    (random.nextInt(4) == 0
                            ? random.nextInt(256)
                            : STRUCTURE.charAt(random.nextInt(STRUCTURE.length())));
            damaged = switch (random.nextInt(4)) {
                case 0 -> Arrays.copyOf(damaged, at);
                case 1 -> spliced(damaged, at, at + 1);
                case 2 -> spliced(damaged, at, at, other);
                default -> spliced(damaged, at, at + 1, other);
            };
        }
        return damaged;
    }

    private static byte[] spliced(byte[] bytes, int from, int to, byte... between) {
        byte[] spliced = Arrays.copyOf(bytes, from + between.length + bytes.length - to);
        System.arraycopy(between, 0, spliced, from, between.length);
        System.arraycopy(bytes, to, spliced, from + between.length, bytes.length - to);
        return spliced;
    }

    private void value(int depth) {
        switch (random.nextInt(depth > 5 ? 5 : 8)) {
            case 0 -> json.append("null");
            case 1 -> json.append(random.nextBoolean());
            case 2, 3 -> json.append(NUMBERS[random.nextInt(NUMBERS.length)]);
            case 4 -> text(6);
            case 5, 6 -> array(depth);
            default -> object(depth);
        }
    }

    private void array(int depth) {
        json.append('[');
        blank();
        int size = random.nextInt(random.nextInt(10) == 0 ? 80 : 5);
        for (int i = 0; i < size; i++) {
            separator(i);
            value(depth + 1);
            blank();
        }
        json.append(']');
    }

    private void object(int depth) {
        json.append('{');
        blank();
        Set<String> names = new HashSet<>();
        int size = random.nextInt(random.nextInt(10) == 0 ? 80 : 7);
        for (int i = 0; i < size; i++) {
            separator(i);
            name(names);
            blank();
            json.append(':');
            blank();
            value(depth + 1);
            blank();
        }
        json.append('}');
    }

    private void name(Set<String> names) {
        int start = json.length();
        do {
            json.setLength(start);
            text(3);
        } while (!names.add(json.substring(start)));
    }

    private void text(int most) {
        json.append('"');
        for (int i = random.nextInt(most); i > 0; i--) {
            json.append(
                    random.nextInt(3) == 0
                            ? ESCAPES[random.nextInt(ESCAPES.length)]
                            : PIECES[random.nextInt(PIECES.length)]);
        }
        json.append('"');
    }

    private void separator(int index) {
        if (index > 0) {
            json.append(',');
            blank();
        }
    }

    private void blank() {
        json.append(BLANKS[random.nextInt(BLANKS.length)]);
    }
}
