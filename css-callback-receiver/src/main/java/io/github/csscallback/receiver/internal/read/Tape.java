package io.github.csscallback.receiver.internal.read;

import io.github.csscallback.core.internal.Members.Kind;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The values of one JSON text in the order they stand in, as places in its bytes: for each its kind, where it begins and
 * ends, its name if it is a member, and for an object or array where its inside ends. Text is decoded only when somebody
 * asks. Filled by {@link PacketReader} in one pass, never changed afterwards.
 */
final class Tape {

    private static final Kind[] KINDS = Kind.values();
    private static final int PLACE_BITS = 28;
    private static final long PLACE_MASK = (1L << PLACE_BITS) - 1;

    /** Longer texts do not fit the places of a cell. */
    static final int MAX_SOURCE = (int) PLACE_MASK;

    final byte[] source;
    /** For each value: kind, start, end. */
    private long[] cells;
    /** For each object or array: the number of the first value behind its inside. */
    private int[] behind;

    private @Nullable String[] names;
    private int size;

    Tape(byte[] source, int expected) {
        this.source = source;
        this.cells = new long[expected];
        this.behind = new int[expected];
        this.names = new String[expected];
    }

    @SuppressWarnings("EnumOrdinal") // packed for one process, never stored; KINDS unpacks
    int add(Kind kind, @Nullable String name, int start) {
        if (size == cells.length) {
            int larger = size + (size >> 1) + 8;
            cells = Arrays.copyOf(cells, larger);
            behind = Arrays.copyOf(behind, larger);
            names = Arrays.copyOf(names, larger);
        }
        cells[size] = ((long) kind.ordinal() << (2 * PLACE_BITS)) | ((long) start << PLACE_BITS);
        behind[size] = size + 1;
        names[size] = name;
        return size++;
    }

    void end(int at, int end) {
        cells[at] |= end;
    }

    void close(int container, int end) {
        end(container, end);
        behind[container] = size;
    }

    int size() {
        return size;
    }

    Kind kind(int at) {
        return KINDS[(int) (cells[at] >>> (2 * PLACE_BITS))];
    }

    int start(int at) {
        return (int) ((cells[at] >>> PLACE_BITS) & PLACE_MASK);
    }

    int end(int at) {
        return (int) (cells[at] & PLACE_MASK);
    }

    int behind(int at) {
        return behind[at];
    }

    @Nullable
    String name(int at) {
        return names[at];
    }

    /** The member of that name among the values from one place to before another that belong to one object, or -1. */
    int find(int first, int behindLast, String name) {
        int hash = name.hashCode();
        for (int at = first; at < behindLast; at = behind[at]) {
            String candidate = names[at];
            if (candidate != null && candidate.hashCode() == hash && candidate.equals(name)) {
                return at;
            }
        }
        return -1;
    }
}
