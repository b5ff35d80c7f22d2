package io.github.csscallback.receiver.internal.read;

import io.github.csscallback.core.internal.Members.Kind;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The values of one JSON text in order, as positions in its bytes; texts are decoded on demand. Each value has a
 * {@link Cell} and a {@link MemberName}. The content of an object or array follows its cell, and a cell of its own ends it.
 * Written by {@link TapeWriter}. Immutable.
 */
final class Tape {

    static final int NONE = -1;

    final byte[] source;
    private final long[] cells;
    private final int[] names;
    /** Of the outermost object; null if the text is another value. */
    private final @Nullable NameIndex index;
    /** For JSON inside texts. */
    private final JsonReader reader;

    Tape(byte[] source, long[] cells, int[] names, @Nullable NameIndex index, JsonReader reader) {
        this.source = source;
        this.cells = cells;
        this.names = names;
        this.index = index;
        this.reader = reader;
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

    /** The first value inside an object or array, or {@link #NONE}. */
    int first(int container) {
        return valueOrNone(container + 1);
    }

    /** The value that follows another in the same object or array, or {@link #NONE}. */
    int next(int at) {
        return valueOrNone(Cell.behind(cells[at], at));
    }

    private int valueOrNone(int at) {
        return Cell.isEnd(cells[at]) ? NONE : at;
    }

    String name(int at) {
        return MemberName.text(source, names[at]);
    }

    /** The member of that name, or {@link #NONE}. */
    int find(int container, String name) {
        int number = KnownNames.numberOf(name);
        if (container == 0 && index != null && number != KnownNames.UNKNOWN) {
            return index.find(number, names);
        }
        for (int at = first(container); at != NONE; at = next(at)) {
            if (number == KnownNames.UNKNOWN ? isUnknown(at, name) : names[at] == number) {
                return at;
            }
        }
        return NONE;
    }

    private boolean isUnknown(int at, String name) {
        return !MemberName.isKnown(names[at]) && name(at).equals(name);
    }

    /** The characters of a text with its escapes resolved, or any other value as it is written. */
    String text(int at) {
        return Cell.isEscaped(cells[at])
                ? Escapes.decode(source, start(at), end(at))
                : new String(source, start(at), end(at) - start(at), StandardCharsets.UTF_8);
    }

    /** The values of the JSON inside a text, as from {@link JsonReader#read}. */
    Tape inside(int at) {
        return reader.read(Escapes.resolve(source, start(at), end(at)));
    }
}
