package io.github.csscallback.receiver.internal.read;

import io.github.csscallback.core.internal.Members.Kind;
import java.util.List;

/**
 * What a {@link Tape} notes of one value in 64 bits: its kind, where its content begins, where it ends, and whether it is a
 * text with escapes. In place of the end an object or array has the number of the value behind its inside.
 */
final class Cell {

    static final int PLACE_BITS = 30;

    private static final int PLACE_MASK = (1 << PLACE_BITS) - 1;
    private static final int KIND_SHIFT = 2 * PLACE_BITS;
    private static final int KIND_MASK = 7;
    private static final long ESCAPED = 1L << 63;

    private static final Kind[] KINDS = Kind.values();
    private static final int NUMBER = List.of(KINDS).indexOf(Kind.NUMBER);
    private static final int TEXT = List.of(KINDS).indexOf(Kind.TEXT);
    private static final int OBJECT = List.of(KINDS).indexOf(Kind.OBJECT);
    private static final int ARRAY = List.of(KINDS).indexOf(Kind.ARRAY);
    /** Where the inside of an object or array ends. */
    private static final int END = KINDS.length;

    private Cell() {}

    @SuppressWarnings("EnumOrdinal") // packed for one process, never stored; KINDS unpacks
    static long of(Kind kind, int start, int end) {
        return ((long) kind.ordinal() << KIND_SHIFT) | ((long) start << PLACE_BITS) | end;
    }

    static long ofEscapedText(int start, int end) {
        return of(Kind.TEXT, start, end) | ESCAPED;
    }

    static long ofEnd(int end) {
        return ((long) END << KIND_SHIFT) | ((long) end << PLACE_BITS);
    }

    static long withLink(long cell, int link) {
        return (cell & ~PLACE_MASK) | link;
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
        return (int) (cell >>> PLACE_BITS) & PLACE_MASK;
    }

    /** The end; of an object or array the number of another value. */
    static int link(long cell) {
        return (int) cell & PLACE_MASK;
    }
}
