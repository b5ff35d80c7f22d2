package io.github.csscallback.receiver.internal.read;

import java.util.HashSet;
import java.util.Set;

/**
 * Finds a name that stands twice in one object: two readers could take different ones for the value. A mask of 64 bits says
 * of most names at once that they are new; only where a bit is taken are the names before looked through, and a large
 * object gets a set, so that no packet costs more than its length.
 */
final class RepeatedNames {

    private static final int LARGE = 48;

    private RepeatedNames() {}

    /** A member that has the name of an earlier one, or -1. */
    static int in(Tape tape, int object) {
        long mask = 0;
        int count = 0;
        for (int at = tape.first(object); at >= 0; at = tape.next(at)) {
            if (++count > LARGE) {
                return inLarge(tape, object);
            }
            long bit = 1L << ((tape.nameKey(at) * 0x9E37_79B9) >>> 26);
            if ((mask & bit) != 0 && stoodBefore(tape, object, at)) {
                return at;
            }
            mask |= bit;
        }
        return -1;
    }

    private static boolean stoodBefore(Tape tape, int object, int later) {
        for (int at = tape.first(object); at < later; at = tape.next(at)) {
            if (tape.areNamesakes(at, later)) {
                return true;
            }
        }
        return false;
    }

    private static int inLarge(Tape tape, int object) {
        Set<String> names = new HashSet<>();
        for (int at = tape.first(object); at >= 0; at = tape.next(at)) {
            if (!names.add(tape.name(at))) {
                return at;
            }
        }
        return -1;
    }
}
