package io.github.csscallback.receiver.internal.read;

import io.github.csscallback.core.internal.Members.Kind;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * The values of one JSON text in the order they stand in, as places in its bytes. Text is decoded only when somebody asks.
 * Filled by {@link JsonScanner} in one pass, never changed afterwards.
 *
 * <p>Each value takes two cells. The first has its kind, where it begins and where it ends; for an object or array, the
 * latter is the number of the value behind its inside, and the last cell of the inside says where its bytes end. The second
 * has where its name begins and the name's key ({@link KnownNames}), so that nothing is made of a name to find it.
 */
final class Tape {

    private static final int PLACE_BITS = 30;
    private static final int PLACE_MASK = (1 << PLACE_BITS) - 1;
    private static final int KIND_SHIFT = 2 * PLACE_BITS;
    private static final int KIND_MASK = 7;
    /** In the first cell: the text has escapes. In the second, at its own place: the name has, or is not ASCII. */
    private static final long ESCAPED = 1L << 63;

    private static final long ODD_NAME = 1L << PLACE_BITS;

    private static final Kind[] KINDS = Kind.values();
    private static final int OBJECT = List.of(KINDS).indexOf(Kind.OBJECT);
    private static final int ARRAY = List.of(KINDS).indexOf(Kind.ARRAY);
    /** Where the inside of an object or array ends. */
    private static final int END = KINDS.length;

    /** The second cell of a value that has no name. */
    static final long NAMELESS = 0;

    final byte[] source;
    private long[] cells;
    private int size;

    /** An empty tape for a text, in cells that somebody has at hand. */
    Tape(byte[] source, long[] scratch) {
        this.source = source;
        this.cells = scratch;
    }

    private Tape(byte[] source, long[] cells, int size) {
        this.source = source;
        this.cells = cells;
        this.size = size;
    }

    /** The same tape in cells of its own, of which there are no more than needed. */
    Tape snapshot() {
        return new Tape(source, Arrays.copyOf(cells, 2 * size), size);
    }

    /** The cells, perhaps grown, for another tape. */
    long[] scratch() {
        return cells;
    }

    /** The second cell for a name of ASCII without escapes. */
    static long plainName(int start, int key) {
        return ((long) key << 32) | start;
    }

    /** The second cell for any other name. */
    static long oddName(int start, int key) {
        return ((long) key << 32) | ODD_NAME | start;
    }

    @SuppressWarnings("EnumOrdinal") // packed for one process, never stored; KINDS unpacks
    int add(Kind kind, long name, int start, int end) {
        return add(((long) kind.ordinal() << KIND_SHIFT) | ((long) start << PLACE_BITS) | end, name);
    }

    void addEscapedText(long name, int start, int end) {
        add(Kind.TEXT, name, start, end);
        cells[2 * (size - 1)] |= ESCAPED;
    }

    /** Ends an object or array that was added with any end. */
    void close(int container, int end) {
        add(((long) END << KIND_SHIFT) | ((long) end << PLACE_BITS), NAMELESS);
        cells[2 * container] = (cells[2 * container] & ~PLACE_MASK) | size;
    }

    private int add(long first, long second) {
        if (2 * size == cells.length) {
            cells = Arrays.copyOf(cells, 2 * (size + size / 2 + 1)); // even, or the next check would miss its end
        }
        cells[2 * size] = first;
        cells[2 * size + 1] = second;
        return size++;
    }

    int size() {
        return size;
    }

    private int rawKind(int at) {
        return (int) (cells[2 * at] >>> KIND_SHIFT) & KIND_MASK;
    }

    Kind kind(int at) {
        return KINDS[rawKind(at)];
    }

    int start(int at) {
        return (int) (cells[2 * at] >>> PLACE_BITS) & PLACE_MASK;
    }

    /** What the end part of the first cell holds: for an object or array another value's number. */
    int link(int at) {
        return (int) cells[2 * at] & PLACE_MASK;
    }

    int end(int at) {
        return isContainer(at) ? start(link(at) - 1) : link(at);
    }

    boolean isContainer(int at) {
        int kind = rawKind(at);
        return kind == OBJECT || kind == ARRAY;
    }

    boolean isEscaped(int at) {
        return cells[2 * at] < 0;
    }

    /** The first value inside an object or array, or -1. */
    int first(int container) {
        return valueOrNone(container + 1);
    }

    /** The value that follows another in the same object or array, or -1. */
    int next(int at) {
        return valueOrNone(isContainer(at) ? link(at) : at + 1);
    }

    private int valueOrNone(int at) {
        return at == size || rawKind(at) == END ? -1 : at;
    }

    /** The key of the name in a second cell. */
    static int keyOf(long name) {
        return (int) (name >>> 32);
    }

    int nameKey(int at) {
        return keyOf(cells[2 * at + 1]);
    }

    int nameStart(int at) {
        return (int) cells[2 * at + 1] & PLACE_MASK;
    }

    String name(int at) {
        int start = nameStart(at);
        if ((cells[2 * at + 1] & ODD_NAME) != 0) {
            return Escapes.decode(source, start, JsonScanner.endOfText(source, start));
        }
        int end = start;
        while (source[end] != '"') {
            end++;
        }
        return new String(source, start, end - start, StandardCharsets.US_ASCII);
    }

    /** The member of that name, or -1. */
    int find(int container, String name) {
        int key = KnownNames.keyOf(name);
        for (int at = first(container); at >= 0; at = next(at)) {
            if (isNamed(at, key, name)) {
                return at;
            }
        }
        return -1;
    }

    /** Whether a member has a name, given with its key. */
    boolean isNamed(int at, int key, String name) {
        return nameKey(at) == key && (KnownNames.isNumber(key) || name(at).equals(name));
    }

    /** Whether two members have the same name. */
    boolean areNamesakes(int one, int other) {
        int key = nameKey(one);
        return key == nameKey(other) && (KnownNames.isNumber(key) || name(one).equals(name(other)));
    }
}
