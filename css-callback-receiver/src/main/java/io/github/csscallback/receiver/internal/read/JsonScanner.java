package io.github.csscallback.receiver.internal.read;

import io.github.csscallback.core.field.UnreadablePacketException;
import io.github.csscallback.core.internal.EightBytes;
import io.github.csscallback.core.internal.Members.Kind;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Finds the values of one JSON text (RFC 8259, nothing more lenient) whose bytes are well-formed UTF-8, and notes them on a
 * {@link Tape}. Nothing is made of the bytes but their places: with a general parser its own objects, names and locations
 * were about half of all that a packet took in memory (benchmarks/README.md).
 *
 * <p>Not recursive, and bounded: in depth, in the length of names and numbers, in the number of values.
 */
final class JsonScanner {

    private static final int MAX_DEPTH = 32;
    private static final int MAX_NAME_LENGTH = 256;
    private static final int MAX_NUMBER_LENGTH = 64;
    private static final int MAX_VALUES = 100_000;

    /** How many objects of one text may teach their names: one made of many small ones must not cost more than its length. */
    private static final int MOST_LESSONS = 64;

    private static final int NAMELESS = 0;
    private static final byte[] NO_BYTES = {};

    private final JsonReader reader;
    private final Layouts layouts;
    private final TapeWriter tape = new TapeWriter();
    /** The steps of the objects around the innermost, by depth. */
    private final @Nullable LayoutStep[] stepsAround = new LayoutStep[MAX_DEPTH];

    // Methods take the place they read from and give the place behind: so it stays in a register.
    private byte[] source = NO_BYTES;
    private boolean inObject;
    private int depth;
    /** The names of the innermost open object up to here, if objects that began so are known. */
    private @Nullable LayoutStep step;

    private int lessons;
    /** The quote that ends the name read last. */
    private int nameEnd;
    /** Of the outermost object, unless it has too many members. */
    private @Nullable Layout layout;

    /** A scanner for one text after another. */
    JsonScanner(JsonReader reader) {
        this.reader = reader;
        this.layouts = reader.layouts();
    }

    /** The values of a text; the first is the outermost. */
    Tape scan(byte[] text) {
        tape.clear();
        inObject = false;
        depth = 0;
        step = null;
        lessons = 0;
        layout = null;
        source = text;
        try {
            scan();
            return tape.copy(text, layout, reader);
        } finally {
            source = NO_BYTES; // a scanner that waits for the next text must not hold this one
        }
    }

    private void scan() {
        int at = value(0, NAMELESS);
        while (tape.isOpen()) {
            at = memberOrEnd(at);
        }
        at = skipBlanks(at);
        if (at < source.length) {
            throw wrong(at, "something follows the JSON value");
        }
    }

    private int memberOrEnd(int behindLast) {
        LayoutStep foreseen = step == null ? null : step.after(source, behindLast);
        if (foreseen != null) {
            step = foreseen;
            return value(foreseen.behind(behindLast), foreseen.name(behindLast));
        }
        int at = skipBlanks(behindLast);
        byte b = byteAt(at);
        if (b == (inObject ? '}' : ']')) {
            close(at + 1);
            return at + 1;
        }
        if (!tape.isOpenEmpty()) {
            at = expect(at, ',', "a comma or the end of the object or array is missing");
        }
        if (!inObject) {
            return value(at, NAMELESS);
        }
        int name = name(expect(skipBlanks(at), '"', "a name in quotes is missing"));
        if (step != null) {
            step = name < 0 ? null : step.after(name);
        }
        return value(expect(skipBlanks(nameEnd + 1), ':', "the colon after a name is missing"), name);
    }

    /** A value that stands here, or behind blanks. */
    private int value(int at, int name) {
        if (tape.size() >= MAX_VALUES) {
            throw wrong(at, "more than " + MAX_VALUES + " values");
        }
        return switch (byteAt(at)) {
            case '"' -> text(at + 1, name);
            case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> number(at, name);
            case '{' -> open(Kind.OBJECT, at, name);
            case '[' -> open(Kind.ARRAY, at, name);
            case 't' -> word(Kind.TRUE, "true", at, name);
            case 'f' -> word(Kind.FALSE, "false", at, name);
            case 'n' -> word(Kind.NULL, "null", at, name);
            case ' ', '\n', '\r', '\t' -> value(skipBlanks(at), name);
            default -> throw wrong(at, "a value is missing");
        };
    }

    private int open(Kind kind, int at, int name) {
        if (depth == MAX_DEPTH) {
            throw wrong(at, "nested deeper than " + MAX_DEPTH);
        }
        inObject = kind == Kind.OBJECT;
        stepsAround[depth] = step;
        step = inObject ? layouts.start(depth == 0) : null;
        depth++;
        tape.open(kind, name, at);
        return at + 1;
    }

    private void close(int behind) {
        int closed = tape.close(behind);
        if (inObject) {
            endObject(closed);
        }
        inObject = tape.isObjectOpen();
        depth--;
        step = stepsAround[depth];
    }

    private void endObject(int object) {
        Layout known = step == null ? null : step.layout();
        if (known == null) {
            Tape soFar = tape.soFar(source, reader);
            int repeated = RepeatedNames.in(soFar, object);
            if (repeated != Tape.NONE) {
                throw wrong(
                        nameStart(soFar.start(repeated) - (soFar.kind(repeated) == Kind.TEXT ? 1 : 0)),
                        "a name stands twice in one object");
            }
            if (object == 0 || lessons++ < MOST_LESSONS) {
                known = layouts.learn(soFar, object);
            }
        }
        if (object == 0) {
            layout = known;
        }
    }

    /** Where the name begins whose value begins here. */
    private int nameStart(int value) {
        int quote = value - 1;
        while (source[quote] != '"') {
            quote--; // the colon, and blanks
        }
        do {
            quote--;
        } while (source[quote] != '"' || source[quote - 1] == '\\');
        return quote + 1;
    }

    private int name(int start) {
        int i = start;
        long hash = 0;
        long eight = EightBytes.padded(source, i);
        long end = EightBytes.endsOfPlain(eight) | (eight & EightBytes.TOP_BITS);
        while (end == 0) {
            hash = KnownNames.hash(hash, eight);
            i += 8;
            eight = EightBytes.padded(source, i);
            end = EightBytes.endsOfPlain(eight) | (eight & EightBytes.TOP_BITS);
        }
        int rest = EightBytes.before(end);
        nameEnd = i + rest;
        boolean isPlain = byteAt(nameEnd) == '"';
        int number = isPlain
                ? KnownNames.numberOf(source, start, KnownNames.hash(hash, EightBytes.first(eight, rest)))
                : KnownNames.numberOf(oddName(start));
        if (nameEnd - start > MAX_NAME_LENGTH) {
            throw wrong(nameEnd, "a name is longer than " + MAX_NAME_LENGTH + " bytes");
        }
        return number >= 0 ? number : isPlain ? Tape.unknownName(start) : Tape.oddName(start);
    }

    /** Reads on to the end of a name that is not ASCII or has escapes. */
    private String oddName(int start) {
        int plainEnd = plainEnd(nameEnd);
        nameEnd = endOfText(plainEnd);
        return nameEnd == plainEnd
                ? new String(source, start, nameEnd - start, StandardCharsets.UTF_8)
                : Escapes.decode(source, start, nameEnd);
    }

    private int text(int start, int name) {
        int plainEnd = plainEnd(start);
        if (byteAt(plainEnd) == '"') {
            tape.add(Kind.TEXT, name, start, plainEnd);
            return plainEnd + 1;
        }
        int end = endOfText(plainEnd);
        tape.addEscapedText(name, start, end);
        return end + 1;
    }

    /** The quote that ends the text in which this is the first place that is not plain. */
    private int endOfText(int plainEnd) {
        int at = plainEnd;
        while (byteAt(at) != '"') {
            if (source[at] != '\\') {
                throw wrong(at, "a control character in a text");
            }
            at = plainEnd(escape(at + 1));
        }
        return at;
    }

    /** The next quote, backslash or control character, or some place behind the end. */
    private int plainEnd(int from) {
        int i = from;
        long end = EightBytes.endsOfPlain(EightBytes.padded(source, i));
        while (end == 0) {
            i += 8;
            end = EightBytes.endsOfPlain(EightBytes.padded(source, i));
        }
        return i + EightBytes.before(end);
    }

    private int escape(int at) {
        return switch (byteAt(at)) {
            case '"', '\\', '/', 'b', 'f', 'n', 'r', 't' -> at + 1;
            case 'u' -> fourHexDigits(at + 1);
            default -> throw wrong(at, "an unknown escape in a text");
        };
    }

    private int fourHexDigits(int at) {
        for (int i = at; i < at + 4; i++) {
            if (Character.digit(byteAt(i), 16) < 0) {
                throw wrong(i, "an escape has not four hexadecimal digits");
            }
        }
        return at + 4;
    }

    private int word(Kind kind, String word, int start, int name) {
        int at = start;
        for (int i = 0; i < word.length(); i++) {
            at = expect(at, word.charAt(i), "a value is missing");
        }
        tape.add(kind, name, start, at);
        return at;
    }

    private int number(int start, int name) {
        int at = source[start] == '-' ? start + 1 : start;
        at = byteAt(at) == '0' ? at + 1 : digits(at);
        if (at < source.length && source[at] == '.') {
            at = digits(at + 1);
        }
        if (at < source.length && (source[at] == 'e' || source[at] == 'E')) {
            at++;
            at = digits(byteAt(at) == '+' || byteAt(at) == '-' ? at + 1 : at);
        }
        if (at - start > MAX_NUMBER_LENGTH) {
            throw wrong(at, "a number is longer than " + MAX_NUMBER_LENGTH + " characters");
        }
        tape.add(Kind.NUMBER, name, start, at);
        return at;
    }

    private int digits(int first) {
        if (byteAt(first) < '0' || byteAt(first) > '9') {
            throw wrong(first, "a digit is missing in a number");
        }
        int i = first;
        long end = EightBytes.endsOfDigits(EightBytes.padded(source, i));
        while (end == 0) {
            i += 8;
            end = EightBytes.endsOfDigits(EightBytes.padded(source, i));
        }
        return i + EightBytes.before(end);
    }

    private int skipBlanks(int from) {
        int at = from;
        while (at < source.length
                && source[at] <= ' '
                && (source[at] == ' ' || source[at] == '\n' || source[at] == '\r' || source[at] == '\t')) {
            at++;
        }
        return at;
    }

    private byte byteAt(int at) {
        if (at >= source.length) {
            throw wrong(source.length, "the text ends too early");
        }
        return source[at];
    }

    private int expect(int at, char expected, String otherwise) {
        if (byteAt(at) != expected) {
            throw wrong(at, otherwise);
        }
        return at + 1;
    }

    private UnreadablePacketException wrong(int at, String reason) {
        return Place.unreadable(source, at, reason);
    }

    /** The quote that ends a well-formed text. */
    static int endOfText(byte[] source, int start) {
        int at = start;
        while (source[at] != '"') {
            at += source[at] == '\\' ? 2 : 1;
        }
        return at;
    }
}
