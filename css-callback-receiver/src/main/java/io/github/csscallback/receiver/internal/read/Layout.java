package io.github.csscallback.receiver.internal.read;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The names of an object's members in their order, none of them twice. CSS writes each kind of packet in few orders, so
 * one layout serves many packets: a member is found by its place in the order, and nothing is made for a single packet.
 * Immutable.
 */
final class Layout {

    static final int NONE = -1;

    private static final int MOST_MEMBERS = 64;

    private final int size;
    /** By the number of a known name: which member it is, or -1. */
    private final byte[] ordinals = new byte[KnownNames.count()];

    private Layout(Tape tape, int object) {
        Arrays.fill(ordinals, (byte) NONE);
        int count = 0;
        for (int at = tape.first(object); at >= 0; at = tape.next(at)) {
            int number = tape.nameNumber(at);
            if (number >= 0) {
                ordinals[number] = (byte) count;
            }
            count++;
        }
        this.size = count;
    }

    /** The layout of an object without repeated names; null if it has more members than any that CSS sends. */
    static @Nullable Layout of(Tape tape, int object) {
        int members = 0;
        for (int at = tape.first(object); at >= 0; at = tape.next(at)) {
            if (++members > MOST_MEMBERS) {
                return null;
            }
        }
        return new Layout(tape, object);
    }

    int size() {
        return size;
    }

    /** Which member has a known name, given by its number; or -1. */
    int ordinal(int number) {
        return ordinals[number];
    }
}
