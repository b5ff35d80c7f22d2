package io.github.csscallback.receiver.internal.read;

import io.github.csscallback.core.event.UnreadablePacketException;
import io.github.csscallback.core.internal.Members.Kind;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

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

    private static final VarHandle EIGHT_BYTES =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long EACH_BYTE = 0x0101_0101_0101_0101L;
    private static final long TOP_BITS = 0x8080_8080_8080_8080L;

    private static final int NONE = -1;

    private final byte[] source;
    private final Tape tape;
    private int at;
    /** The innermost open object or array; the tape links each to the one around it until it is closed. */
    private int open = NONE;

    private boolean inObject;
    private int depth;

    private JsonScanner(Tape tape) {
        this.tape = tape;
        this.source = tape.source;
    }

    /** Fills an empty tape; its first value is the outermost. */
    static void scan(Tape tape) {
        new JsonScanner(tape).scan();
    }

    private void scan() {
        skipBlanks();
        value(Tape.NAMELESS);
        while (open != NONE) {
            memberOrEnd();
        }
        skipBlanks();
        if (at < source.length) {
            throw wrong("something follows the JSON value");
        }
    }

    private void memberOrEnd() {
        skipBlanks();
        boolean isFirst = tape.size() == open + 1;
        if (peek() == (inObject ? '}' : ']')) {
            close();
            return;
        }
        if (!isFirst) {
            expect(',', "a comma or the end of the object or array is missing");
            skipBlanks();
        }
        value(inObject ? name() : Tape.NAMELESS);
    }

    private void value(long name) {
        if (tape.size() >= MAX_VALUES) {
            throw wrong("more than " + MAX_VALUES + " values");
        }
        switch (peek()) {
            case '"' -> text(name);
            case '{' -> open(Kind.OBJECT, name);
            case '[' -> open(Kind.ARRAY, name);
            case 't' -> word(Kind.TRUE, "true", name);
            case 'f' -> word(Kind.FALSE, "false", name);
            case 'n' -> word(Kind.NULL, "null", name);
            case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> number(name);
            default -> throw wrong("a value is missing");
        }
    }

    private void open(Kind kind, long name) {
        if (++depth > MAX_DEPTH) {
            throw wrong("nested deeper than " + MAX_DEPTH);
        }
        // The place of a parent is one too high, so that none is 0.
        open = tape.add(kind, name, at++, open + 1);
        inObject = kind == Kind.OBJECT;
    }

    private void close() {
        int closed = open;
        open = tape.link(closed) - 1;
        tape.close(closed, ++at);
        if (inObject) {
            refuseRepeatedNames(closed);
        }
        inObject = open != NONE && tape.kind(open) == Kind.OBJECT;
        depth--;
    }

    private void refuseRepeatedNames(int object) {
        int repeated = RepeatedNames.in(tape, object);
        if (repeated != NONE) {
            at = tape.nameStart(repeated);
            throw wrong("a name stands twice in one object");
        }
    }

    private long name() {
        expect('"', "a name in quotes is missing");
        // The hot loops of this class keep their place in a local variable, which the compiler keeps in a register.
        int start = at;
        int hash = 0;
        int i = start;
        while (i < source.length && source[i] != '"' && source[i] != '\\' && source[i] >= ' ') {
            hash = 31 * hash + source[i++];
        }
        at = i;
        long name;
        if (peek() == '"') {
            name = Tape.plainName(start, hash);
        } else {
            boolean escaped = skipText();
            name = Tape.oddName(
                    start,
                    escaped
                            ? Escapes.decode(source, start, at)
                            : new String(source, start, at - start, StandardCharsets.UTF_8));
        }
        if (at - start > MAX_NAME_LENGTH) {
            throw wrong("a name is longer than " + MAX_NAME_LENGTH + " bytes");
        }
        at++;
        skipBlanks();
        expect(':', "the colon after a name is missing");
        skipBlanks();
        return name;
    }

    private void text(long name) {
        int start = ++at;
        if (skipText()) {
            tape.addEscapedText(name, start, at);
        } else {
            tape.add(Kind.TEXT, name, start, at);
        }
        at++;
    }

    /** Goes on to the quote that ends the text; true if there is an escape before it. */
    private boolean skipText() {
        boolean escaped = false;
        while (true) {
            skipPlain();
            byte b = peek();
            if (b == '"') {
                return escaped;
            }
            if (b != '\\') {
                throw wrong("a control character in a text");
            }
            escape();
            escaped = true;
        }
    }

    /** Goes on to the next quote, backslash or control character, eight bytes at a time. */
    private void skipPlain() {
        int i = at;
        while (i + 8 <= source.length) {
            long eight = (long) EIGHT_BYTES.get(source, i);
            long special = zeros(eight ^ ('"' * EACH_BYTE)) | zeros(eight ^ ('\\' * EACH_BYTE)) | controls(eight);
            if (special != 0) {
                at = i + (Long.numberOfTrailingZeros(special) >>> 3);
                return;
            }
            i += 8;
        }
        while (i < source.length && source[i] != '"' && source[i] != '\\' && (source[i] >= ' ' || source[i] < 0)) {
            i++;
        }
        at = i;
    }

    /** The top bit of the first byte that is zero, and of none before it. */
    private static long zeros(long eight) {
        return (eight - EACH_BYTE) & ~eight & TOP_BITS;
    }

    /** The top bit of the first byte that is below a blank, and of none before it. */
    private static long controls(long eight) {
        return (eight - ' ' * EACH_BYTE) & ~eight & TOP_BITS;
    }

    private void escape() {
        at++;
        switch (peek()) {
            case '"', '\\', '/', 'b', 'f', 'n', 'r', 't' -> at++;
            case 'u' -> {
                at++;
                for (int i = 0; i < 4; i++) {
                    if (Character.digit(peek(), 16) < 0) {
                        throw wrong("an escape has not four hexadecimal digits");
                    }
                    at++;
                }
            }
            default -> throw wrong("an unknown escape in a text");
        }
    }

    private void word(Kind kind, String word, long name) {
        int start = at;
        for (int i = 0; i < word.length(); i++) {
            expect(word.charAt(i), "a value is missing");
        }
        tape.add(kind, name, start, at);
    }

    private void number(long name) {
        int start = at;
        if (source[at] == '-') {
            at++;
        }
        if (peek() == '0') {
            at++;
        } else {
            digits();
        }
        if (at < source.length && source[at] == '.') {
            at++;
            digits();
        }
        if (at < source.length && (source[at] == 'e' || source[at] == 'E')) {
            at++;
            if (peek() == '+' || peek() == '-') {
                at++;
            }
            digits();
        }
        if (at - start > MAX_NUMBER_LENGTH) {
            throw wrong("a number is longer than " + MAX_NUMBER_LENGTH + " characters");
        }
        tape.add(Kind.NUMBER, name, start, at);
    }

    private void digits() {
        if (peek() < '0' || peek() > '9') {
            throw wrong("a digit is missing in a number");
        }
        int i = at;
        while (i < source.length && source[i] >= '0' && source[i] <= '9') {
            i++;
        }
        at = i;
    }

    private void skipBlanks() {
        int i = at;
        while (i < source.length
                && source[i] <= ' '
                && (source[i] == ' ' || source[i] == '\n' || source[i] == '\r' || source[i] == '\t')) {
            i++;
        }
        at = i;
    }

    private byte peek() {
        if (at >= source.length) {
            throw wrong("the text ends too early");
        }
        return source[at];
    }

    private void expect(char expected, String otherwise) {
        if (peek() != expected) {
            throw wrong(otherwise);
        }
        at++;
    }

    private UnreadablePacketException wrong(String reason) {
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
