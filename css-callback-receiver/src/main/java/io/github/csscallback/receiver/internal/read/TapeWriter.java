package io.github.csscallback.receiver.internal.read;

import io.github.csscallback.core.internal.Members.Kind;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Notes values on a {@link Tape} while they are found. How many there will be is known at the end only, so one writer with
 * room for most packets serves one packet after another. For one thread.
 */
final class TapeWriter {

    private static final int FIRST_ROOM = 256;
    private static final int MOST_ROOM_KEPT = 1 << 13;

    private long[] cells = new long[FIRST_ROOM];
    private int[] names = new int[FIRST_ROOM];
    private int size;
    /** The innermost open object or array; each is linked to the one around it until it is closed. */
    private int open = Tape.NONE;

    void clear() {
        size = 0;
        open = Tape.NONE;
        if (cells.length > MOST_ROOM_KEPT) {
            cells = new long[FIRST_ROOM];
            names = new int[FIRST_ROOM];
        }
    }

    int size() {
        return size;
    }

    boolean isOpen() {
        return open != Tape.NONE;
    }

    boolean isObjectOpen() {
        return open != Tape.NONE && Cell.isObject(cells[open]);
    }

    /** Whether nothing stands in the innermost open object or array yet. */
    boolean isOpenEmpty() {
        return size == open + 1;
    }

    void add(Kind kind, int name, int start, int end) {
        add(Cell.of(kind, start, end), name);
    }

    void addEscapedText(int name, int start, int end) {
        add(Cell.ofEscapedText(start, end), name);
    }

    void open(Kind kind, int name, int start) {
        // The place of a parent is one too high, so that none is 0.
        add(Cell.of(kind, start, open + 1), name);
        open = size - 1;
    }

    /** Ends the innermost open object or array; gives its place. */
    int close(int end) {
        int closed = open;
        open = Cell.link(cells[closed]) - 1;
        add(Cell.ofEnd(end), 0);
        cells[closed] = Cell.withLink(cells[closed], size);
        return closed;
    }

    private void add(long cell, int name) {
        if (size == cells.length) {
            cells = Arrays.copyOf(cells, size + size / 2 + 1);
            names = Arrays.copyOf(names, cells.length);
        }
        cells[size] = cell;
        names[size++] = name;
    }

    /** What has been written so far, to be looked at before more is written. */
    Tape soFar(byte[] source, JsonReader reader) {
        return new Tape(source, cells, names, null, reader);
    }

    /** What has been written, in arrays of its own. */
    Tape copy(byte[] source, @Nullable Layout layout, JsonReader reader) {
        return new Tape(source, Arrays.copyOf(cells, size), Arrays.copyOf(names, size), layout, reader);
    }
}
