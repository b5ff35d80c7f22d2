package io.github.csscallback.receiver.internal.read;

import io.github.csscallback.core.internal.Members.Kind;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The values of one JSON text in the order they stand in, as places in its bytes. Text is decoded only when somebody asks.
 * Written by {@link TapeWriter}, immutable.
 *
 * <p>For each value there is a cell ({@link Cell}). That of an object or array says which value is behind its inside, and
 * the last cell of the inside where its bytes end. Beside each cell stands the name of the value: its number if it is a
 * known one ({@link KnownNames}), so that nothing is made of it to find it; else where it begins.
 */
final class Tape {

    static final int NONE = -1;

    private static final int UNKNOWN_NAME = Integer.MIN_VALUE;
    private static final int ODD_NAME = 1 << Cell.PLACE_BITS;

    final byte[] source;
    private final long[] cells;
    private final int[] names;
    /** Of the outermost object; null if there is none, or it has too many members. */
    private final @Nullable Layout layout;
    /** Where the members of the layout stand; null if each is a single value, so that they stand in a row. */
    private final int @Nullable [] places;
    /** For what stands inside the texts. */
    private final JsonReader reader;

    /** A tape of arrays that nobody writes to, at least while it is used. */
    Tape(byte[] source, long[] cells, int[] names, @Nullable Layout layout, JsonReader reader) {
        this.source = source;
        this.cells = cells;
        this.names = names;
        this.layout = layout;
        this.places = layout == null ? null : placesOf(layout.size());
        this.reader = reader;
    }

    /** How to note an unknown name of ASCII without escapes. */
    static int unknownName(int start) {
        return UNKNOWN_NAME | start;
    }

    /** How to note any other unknown name. */
    static int oddName(int start) {
        return UNKNOWN_NAME | ODD_NAME | start;
    }

    Kind kind(int at) {
        return Cell.kind(cells[at]);
    }

    boolean isScalar(int at) {
        return Cell.isScalar(cells[at]);
    }

    int start(int at) {
        return Cell.start(cells[at]);
    }

    int end(int at) {
        long cell = cells[at];
        return Cell.isContainer(cell) ? Cell.start(cells[Cell.link(cell) - 1]) : Cell.link(cell);
    }

    private boolean isEscaped(int at) {
        return Cell.isEscaped(cells[at]);
    }

    /** The first value inside an object or array, or -1. */
    int first(int container) {
        return valueOrNone(container + 1);
    }

    /** The value that follows another in the same object or array, or -1. */
    int next(int at) {
        return valueOrNone(behind(at));
    }

    private int behind(int at) {
        long cell = cells[at];
        return Cell.isContainer(cell) ? Cell.link(cell) : at + 1;
    }

    private int valueOrNone(int at) {
        return Cell.isEnd(cells[at]) ? NONE : at;
    }

    private int @Nullable [] placesOf(int members) {
        if (behind(0) == members + 2) {
            return null;
        }
        int[] places = new int[members];
        int at = 1;
        for (int i = 0; i < members; i++) {
            places[i] = at;
            at = behind(at);
        }
        return places;
    }

    /** The number of the name of a member; negative if it is not a known one. */
    int nameNumber(int at) {
        return names[at];
    }

    /** Whether the name of a member is of ASCII without escapes; of an unknown name only. */
    private boolean isOddlyNamed(int at) {
        return (names[at] & ODD_NAME) != 0;
    }

    String name(int at) {
        int name = names[at];
        if (name >= 0) {
            return KnownNames.name(name);
        }
        int start = name & (ODD_NAME - 1);
        int end = JsonScanner.endOfText(source, start);
        return isOddlyNamed(at)
                ? Escapes.decode(source, start, end)
                : new String(source, start, end - start, StandardCharsets.US_ASCII);
    }

    /** The member of that name, or -1. */
    int find(int container, String name) {
        int number = KnownNames.numberOf(name);
        if (container > 0 || layout == null || number < 0) {
            return find(container, number, name);
        }
        int ordinal = layout.ordinal(number);
        return ordinal == Layout.NONE ? NONE : places == null ? 1 + ordinal : places[ordinal];
    }

    private int find(int container, int number, String name) {
        for (int at = first(container); at >= 0; at = next(at)) {
            if (isNamed(at, number, name)) {
                return at;
            }
        }
        return NONE;
    }

    /** Whether a member has a name, given with its number. */
    boolean isNamed(int at, int number, String name) {
        return number >= 0 ? names[at] == number : names[at] < 0 && name(at).equals(name);
    }

    /** The characters of a text with its escapes resolved, or any other value as it is written. */
    String text(int at) {
        return isEscaped(at)
                ? Escapes.decode(source, start(at), end(at))
                : new String(source, start(at), end(at) - start(at), StandardCharsets.UTF_8);
    }

    /** The values of the JSON that stands inside a text, as on {@link JsonReader#read}. */
    Tape inside(int at) {
        return reader.read(Escapes.resolve(source, start(at), end(at)));
    }
}
