package io.github.csscallback.receiver.internal.read;

import io.github.csscallback.core.internal.Members.Kind;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Collects the values of a {@link Tape} during a scan. Their number is known only at the end, so a writer with room for most
 * packets is used for one packet after another. For one thread.
 */
final class TapeWriter {

    private static final int INITIAL_CAPACITY = 256;
    private static final int MAX_CAPACITY_KEPT = 1 << 11;

    private final NameIndex nested = new NameIndex();
    private long[] cells = new long[INITIAL_CAPACITY];
    private int[] names = new int[INITIAL_CAPACITY];
    private int size;
    /** The innermost open object or array; each is linked to the one around it until it is closed. */
    private int open = Tape.NONE;
    /** Of the outermost object, once it is closed. */
    private @Nullable NameIndex index;

    void clear() {
        size = 0;
        open = Tape.NONE;
        index = null;
        if (cells.length > MAX_CAPACITY_KEPT) {
            cells = new long[INITIAL_CAPACITY];
            names = new int[INITIAL_CAPACITY];
        }
    }

    boolean isOpen() {
        return open != Tape.NONE;
    }

    boolean isObjectOpen() {
        return open != Tape.NONE && Cell.isObject(cells[open]);
    }

    /** Whether the innermost open object or array is still empty. */
    boolean isOpenEmpty() {
        return size == open + 1;
    }

    /** The name of the innermost open object or array. */
    int openName() {
        return names[open];
    }

    void add(Kind kind, int name, int start, int end) {
        add(Cell.of(kind, start, end), name);
    }

    void addEscapedText(int name, int start, int end) {
        add(Cell.ofEscapedText(start, end), name);
    }

    void open(Kind kind, int name, int start) {
        // The position of the one around it, plus one: 0 stands for none.
        add(Cell.of(kind, start, open + 1), name);
        open = size - 1;
    }

    /** Ends the innermost open object or array; gives its name. */
    int close(int end) {
        int closed = open;
        open = Cell.link(cells[closed]) - 1;
        add(Cell.ofEnd(end), MemberName.NONE);
        cells[closed] = Cell.withLink(cells[closed], size);
        return names[closed];
    }

    /**
     * Indexes the object that is open.
     *
     * @return the first member that has the name of an earlier one, as an offset in the source, or {@link Tape#NONE}
     */
    int indexOpen(int members, byte[] source) {
        NameIndex target = open == 0 ? new NameIndex() : nested;
        target.clear(members);
        for (int at = open + 1; at < size; at = Cell.behind(cells[at], at)) {
            if (!target.add(at, source, names)) {
                return Cell.start(cells[at]) - (Cell.kind(cells[at]) == Kind.TEXT ? 1 : 0);
            }
        }
        index = open == 0 ? target : index;
        return Tape.NONE;
    }

    private void add(long cell, int name) {
        if (size == cells.length) {
            cells = Arrays.copyOf(cells, 2 * size);
            names = Arrays.copyOf(names, cells.length);
        }
        cells[size] = cell;
        names[size++] = name;
    }

    /** What has been written, in arrays of its own. */
    Tape toTape(byte[] source, JsonReader reader) {
        return new Tape(source, Arrays.copyOf(cells, size), Arrays.copyOf(names, size), index, reader);
    }
}
