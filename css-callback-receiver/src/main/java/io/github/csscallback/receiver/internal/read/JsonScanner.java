package io.github.csscallback.receiver.internal.read;

import io.github.csscallback.core.field.UnreadablePacketException;
import io.github.csscallback.core.internal.Members.Kind;

/**
 * Scans one JSON text (RFC 8259 in UTF-8, nothing more lenient) and writes the positions of its values to a {@link Tape}.
 * Creates no other objects: with a general-purpose parser its own objects, names and locations were about half of the memory
 * that a packet took (benchmarks/README.md).
 *
 * <p>Not recursive. Depth, members of an object, values, and the length of names and numbers are bounded.
 */
final class JsonScanner {

    private static final int MAX_DEPTH = 32;
    private static final int MAX_MEMBERS = 1_000;
    private static final int MAX_VALUES = 10_000;
    private static final int MAX_NAME_LENGTH = 256;
    private static final int MAX_NUMBER_LENGTH = 64;

    private static final byte[] NO_BYTES = {};

    private final JsonReader reader;
    private final NameSuccessors successors;
    private final TapeWriter tape = new TapeWriter();
    /** The numbers of members of the objects around the innermost, by depth. */
    private final int[] membersAround = new int[MAX_DEPTH];

    // Methods take the offset to read from and return the offset behind what they read.
    private byte[] source = NO_BYTES;
    private int depth;
    private boolean inObject;
    /** The number of members of the innermost open object. */
    private int members;

    private int values;
    /** The position in {@link #successors} of the name read last. */
    private int position;
    /** The quote behind the name read last. */
    private int nameEnd;
    /** Whether the text or name read last has escapes. */
    private boolean hasEscapes;

    JsonScanner(JsonReader reader, NameSuccessors successors) {
        this.reader = reader;
        this.successors = successors;
    }

    /** The values of a text; the first is the outermost. */
    Tape scan(byte[] text) {
        depth = 0;
        inObject = false;
        values = 0;
        source = text;
        try {
            scan();
            return tape.toTape(text, reader);
        } finally {
            source = NO_BYTES; // a pooled scanner must not retain anything of the text
            tape.clear();
        }
    }

    private void scan() {
        int at = value(0, MemberName.NONE);
        while (tape.isOpen()) {
            at = memberOrEnd(at);
        }
        at = skipBlanks(at);
        if (at < source.length) {
            throw unreadable(at, "something follows the JSON value");
        }
    }

    private int memberOrEnd(int behindLast) {
        int at = skipBlanks(behindLast);
        if (byteAt(at) == (inObject ? '}' : ']')) {
            return close(at + 1);
        }
        if (!tape.isOpenEmpty()) {
            at = expect(at, ',', "a comma or the end of the object or array is missing");
        }
        if (!inObject) {
            return value(at, tape.openName()); // elements with the name of their array, for NameSuccessors
        }
        int name = name(expect(skipBlanks(at), '"', "a name in quotes is missing"));
        return value(expect(skipBlanks(nameEnd + 1), ':', "the colon after a name is missing"), name);
    }

    /** A value that begins here, or behind blanks. */
    private int value(int from, int name) {
        int at = skipBlanks(from);
        if (++values > MAX_VALUES) {
            throw unreadable(at, "more than " + MAX_VALUES + " values");
        }
        return switch (byteAt(at)) {
            case '"' -> text(at + 1, name);
            case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> number(at, name);
            case '{' -> open(Kind.OBJECT, at, name);
            case '[' -> open(Kind.ARRAY, at, name);
            case 't' -> word(Kind.TRUE, "true", at, name);
            case 'f' -> word(Kind.FALSE, "false", at, name);
            case 'n' -> word(Kind.NULL, "null", at, name);
            default -> throw unreadable(at, "a value is missing");
        };
    }

    private int open(Kind kind, int at, int name) {
        if (depth == MAX_DEPTH) {
            throw unreadable(at, "nested deeper than " + MAX_DEPTH);
        }
        membersAround[depth++] = members;
        members = 0;
        inObject = kind == Kind.OBJECT;
        position = NameSuccessors.firstIn(name);
        tape.open(kind, name, at);
        return at + 1;
    }

    private int close(int behind) {
        if (inObject) {
            int duplicate = tape.indexOpen(members, source);
            if (duplicate != Tape.NONE) {
                throw unreadable(nameStart(duplicate), "a name stands twice in one object");
            }
        }
        position = NameSuccessors.after(tape.close(behind));
        inObject = tape.isObjectOpen();
        members = membersAround[--depth];
        return behind;
    }

    /** Where the name of the value that begins here begins. */
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
        if (++members > MAX_MEMBERS) {
            throw unreadable(start, "more than " + MAX_MEMBERS + " members in one object");
        }
        int name = successors.at(position);
        if (name != KnownNames.UNKNOWN && KnownNames.isQuotedAt(source, start, name)) {
            nameEnd = start + KnownNames.length(name);
        } else {
            name = otherName(start);
            if (MemberName.isKnown(name)) {
                successors.set(position, name);
            }
        }
        position = NameSuccessors.after(name);
        return name;
    }

    private int otherName(int start) {
        int hash = 0;
        int at = start;
        while (at < source.length && isPlain(source[at])) {
            hash = KnownNames.hash(hash, source[at++]);
        }
        int number = KnownNames.UNKNOWN;
        hasEscapes = false;
        if (byteAt(at) == '"') {
            nameEnd = at;
            number = KnownNames.numberOf(source, start, at, hash);
        } else {
            nameEnd = endOfText(at);
            if (hasEscapes) {
                number = KnownNames.numberOf(Escapes.decode(source, start, nameEnd));
            }
        }
        if (nameEnd - start > MAX_NAME_LENGTH) {
            throw unreadable(nameEnd, "a name is longer than " + MAX_NAME_LENGTH + " bytes");
        }
        return number == KnownNames.UNKNOWN ? MemberName.unknown(start, hasEscapes) : number;
    }

    private int text(int start, int name) {
        hasEscapes = false;
        int end = endOfText(start);
        if (hasEscapes) {
            tape.addEscapedText(name, start, end);
        } else {
            tape.add(Kind.TEXT, name, start, end);
        }
        return end + 1;
    }

    /** The quote that ends a text, read on from here; notes whether there are escapes. */
    private int endOfText(int from) {
        int at = from;
        while (true) {
            while (at < source.length && isPlain(source[at])) {
                at++;
            }
            byte b = byteAt(at);
            if (b == '"') {
                return at;
            } else if (b == '\\') {
                hasEscapes = true;
                at = escape(at + 1);
            } else if (b >= 0) {
                throw unreadable(at, "a control character in a text");
            } else {
                at = character(at);
            }
        }
    }

    /** Whether this is ASCII that stands for itself in a text. */
    private static boolean isPlain(byte b) {
        return b >= ' ' && b != '"' && b != '\\';
    }

    private int character(int at) {
        int size = Utf8.characterSize(source, at);
        if (size == 0) {
            throw unreadable(at, "not UTF-8");
        }
        return at + size;
    }

    private int escape(int at) {
        return switch (byteAt(at)) {
            case '"', '\\', '/', 'b', 'f', 'n', 'r', 't' -> at + 1;
            case 'u' -> fourHexDigits(at + 1);
            default -> throw unreadable(at, "an unknown escape in a text");
        };
    }

    private int fourHexDigits(int at) {
        for (int i = at; i < at + 4; i++) {
            if (Character.digit(byteAt(i), 16) < 0) {
                throw unreadable(i, "an escape has not four hexadecimal digits");
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
            throw unreadable(at, "a number is longer than " + MAX_NUMBER_LENGTH + " characters");
        }
        tape.add(Kind.NUMBER, name, start, at);
        return at;
    }

    private int digits(int first) {
        int at = first;
        while (at < source.length && source[at] >= '0' && source[at] <= '9') {
            at++;
        }
        if (at == first) {
            byteAt(at);
            throw unreadable(at, "a digit is missing in a number");
        }
        return at;
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
            throw unreadable(source.length, "the text ends too early");
        }
        return source[at];
    }

    private int expect(int at, char expected, String otherwise) {
        if (byteAt(at) != expected) {
            throw unreadable(at, otherwise);
        }
        return at + 1;
    }

    private UnreadablePacketException unreadable(int at, String reason) {
        boolean isUtf8 = at == source.length || source[at] >= 0 || Utf8.characterSize(source, at) > 0;
        return TextPosition.unreadable(source, at, isUtf8 ? reason : "not UTF-8");
    }
}
