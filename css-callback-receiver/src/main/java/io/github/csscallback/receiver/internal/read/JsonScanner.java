package io.github.csscallback.receiver.internal.read;

import io.github.csscallback.core.event.UnreadablePacketException;
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

    private static final int NONE = -1;

    // Methods take the place they read from and give the place behind: so it stays in a register.
    private final byte[] source;
    private final Tape tape;
    /** The innermost open object or array; the tape links each to the one around it until it is closed. */
    private int open = NONE;

    private boolean inObject;
    private int depth;

    /** For packets; what stands inside a text is too short to be worth it. */
    private final @Nullable NameGuesses guesses;

    private int lastName = NONE;
    /** The quote that ends the name read last. */
    private int nameEnd;
    /** Of the outermost object of a packet, unless there are too many members. */
    private @Nullable NameIndex index;

    private JsonScanner(Tape tape, @Nullable NameGuesses guesses) {
        this.tape = tape;
        this.source = tape.source;
        this.guesses = guesses;
    }

    /** Fills an empty tape; its first value is the outermost. */
    static void scan(Tape tape) {
        new JsonScanner(tape, null).scan();
    }

    /** The same for a packet; gives where the members of the outermost object stand, unless there are too many. */
    static @Nullable NameIndex scanPacket(Tape tape, NameGuesses guesses) {
        JsonScanner scanner = new JsonScanner(tape, guesses);
        scanner.scan();
        return scanner.index;
    }

    private void scan() {
        int at = value(skipBlanks(0), Tape.NAMELESS);
        while (open != NONE) {
            at = memberOrEnd(at);
        }
        at = skipBlanks(at);
        if (at < source.length) {
            throw wrong(at, "something follows the JSON value");
        }
    }

    private int memberOrEnd(int behindLast) {
        int at = skipBlanks(behindLast);
        byte b = byteAt(at);
        if (b == (inObject ? '}' : ']')) {
            close(at + 1);
            return at + 1;
        }
        boolean isFirst = tape.size() == open + 1;
        if (!isFirst) {
            at = skipBlanks(expect(at, ',', "a comma or the end of the object or array is missing"));
        }
        if (!inObject) {
            return value(at, Tape.NAMELESS);
        }
        long name = name(expect(at, '"', "a name in quotes is missing"));
        at = skipBlanks(expect(skipBlanks(nameEnd + 1), ':', "the colon after a name is missing"));
        return value(at, name);
    }

    private int value(int at, long name) {
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
            default -> throw wrong(at, "a value is missing");
        };
    }

    private int open(Kind kind, int at, long name) {
        if (++depth > MAX_DEPTH) {
            throw wrong(at, "nested deeper than " + MAX_DEPTH);
        }
        // The place of a parent is one too high, so that none is 0.
        open = tape.add(kind, name, at, open + 1);
        inObject = kind == Kind.OBJECT;
        return at + 1;
    }

    private void close(int behind) {
        int closed = open;
        open = tape.link(closed) - 1;
        tape.close(closed, behind);
        if (inObject) {
            refuseRepeatedNames(closed);
        }
        inObject = open != NONE && tape.kind(open) == Kind.OBJECT;
        depth--;
    }

    private void refuseRepeatedNames(int object) {
        if (guesses != null && object == 0) {
            index = NameIndex.of(tape, object);
        }
        int repeated = object == 0 && index != null ? index.repeated() : RepeatedNames.in(tape, object);
        if (repeated != NONE) {
            throw wrong(tape.nameStart(repeated), "a name stands twice in one object");
        }
    }

    private long name(int start) {
        if (guesses == null) {
            return readName(start);
        }
        int guess = guesses.after(lastName);
        if (guess != NameGuesses.NONE && KnownNames.standsAt(source, start, guess)) {
            nameEnd = KnownNames.endOf(start, guess);
            lastName = guess;
            return Tape.plainName(start, guess);
        }
        long name = readName(start);
        int key = Tape.keyOf(name);
        guesses.learn(lastName, key);
        lastName = key;
        return name;
    }

    private long readName(int start) {
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
        int key = isPlain
                ? KnownNames.keyOf(source, start, KnownNames.hash(hash, EightBytes.first(eight, rest)))
                : KnownNames.keyOf(oddName(start));
        if (nameEnd - start > MAX_NAME_LENGTH) {
            throw wrong(nameEnd, "a name is longer than " + MAX_NAME_LENGTH + " bytes");
        }
        return isPlain ? Tape.plainName(start, key) : Tape.oddName(start, key);
    }

    /** Reads on to the end of a name that is not ASCII or has escapes. */
    private String oddName(int start) {
        int plainEnd = plainEnd(nameEnd);
        nameEnd = endOfText(plainEnd);
        return nameEnd == plainEnd
                ? new String(source, start, nameEnd - start, StandardCharsets.UTF_8)
                : Escapes.decode(source, start, nameEnd);
    }

    private int text(int start, long name) {
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

    private int word(Kind kind, String word, int start, long name) {
        int at = start;
        for (int i = 0; i < word.length(); i++) {
            at = expect(at, word.charAt(i), "a value is missing");
        }
        tape.add(kind, name, start, at);
        return at;
    }

    private int number(int start, long name) {
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
