package io.github.csscallback.receiver.internal.read;

import io.github.csscallback.core.internal.Members.Kind;
import java.util.List;

/**
 * One value of a {@link Tape} in 64 bits: its kind, where its content begins and ends, and whether it is a text with escapes.
 * For an object or array the end is replaced by the position on the tape of the value behind it.
 */
final class Cell {

    static final int POSITION_BITS = 30;

    private static final int POSITION_MASK = (1 << POSITION_BITS) - 1;
    private static final int KIND_SHIFT = 2 * POSITION_BITS;
    private static final int KIND_MASK = 7;
    private static final long ESCAPED = 1L << 63;

    private static final Kind[] KINDS = Kind.values();
    private static final int NUMBER = List.of(KINDS).indexOf(Kind.NUMBER);
    private static final int TEXT = List.of(KINDS).indexOf(Kind.TEXT);
    private static final int OBJECT = List.of(KINDS).indexOf(Kind.OBJECT);
    private static final int ARRAY = List.of(KINDS).indexOf(Kind.ARRAY);
    /** The cell behind the content of an object or array. */
    private static final int END = KINDS.length;

    private Cell() {}

    @SuppressWarnings("EnumOrdinal") // packed for one process, never stored; KINDS unpacks
    static long of(Kind kind, int start, int end) {
        return ((long) kind.ordinal() << KIND_SHIFT) | ((long) start << POSITION_BITS) | end;
    }

    static long ofEscapedText(int start, int end) {
        return of(Kind.TEXT, start, end) | ESCAPED;
    }

    static long ofEnd(int end) {
        return ((long) END << KIND_SHIFT) | ((long) end << POSITION_BITS);
    }

    static long withLink(long cell, int link) {
        return (cell & ~POSITION_MASK) | link;
    }

    private static int rawKind(long cell) {
        return (int) (cell >>> KIND_SHIFT) & KIND_MASK;
    }

    static Kind kind(long cell) {
        return KINDS[rawKind(cell)];
    }

    /** Whether it is a number or a text. */
    static boolean isScalar(long cell) {
        int kind = rawKind(cell);
        return kind == NUMBER || kind == TEXT;
    }

    static boolean isContainer(long cell) {
        int kind = rawKind(cell);
        return kind == OBJECT || kind == ARRAY;
    }

    static boolean isObject(long cell) {
        return rawKind(cell) == OBJECT;
    }

    static boolean isEnd(long cell) {
        return rawKind(cell) == END;
    }

    static boolean isEscaped(long cell) {
        return cell < 0;
    }

    static int start(long cell) {
        return (int) (cell >>> POSITION_BITS) & POSITION_MASK;
    }

    /** The end; of an object or array the position on the tape of the value behind it. */
    static int link(long cell) {
        return (int) cell & POSITION_MASK;
    }

    /** The position on the tape behind a value and all that is inside it. */
    static int behind(long cell, int at) {
        return isContainer(cell) ? link(cell) : at + 1;
    }
}
