package io.github.csscallback.receiver.internal.read;

import java.util.HashSet;
import java.util.Set;

/**
 * Finds a name that stands twice in one object: two readers could take different ones for the value. A mask of 64 bits says
 * of most known names at once that they are new; only where a bit is taken are the names before looked through. Unknown
 * names, and those of a large object, go into a set, so that no packet costs more than its length.
 */
final class RepeatedNames {

    private static final int LARGE = 48;

    private RepeatedNames() {}

    /** A member that has the name of an earlier one, or -1. */
    static int in(Tape tape, int object) {
        Set<String> unknown = Set.of();
        int firstUnknown = Tape.NONE;
        long mask = 0;
        int count = 0;
        for (int at = tape.first(object); at >= 0; at = tape.next(at)) {
            if (++count > LARGE) {
                return inLarge(tape, object);
            }
            int number = tape.nameNumber(at);
            if (number < 0 && firstUnknown == Tape.NONE) {
                firstUnknown = at;
            } else if (number < 0) {
                unknown = unknown.isEmpty() ? new HashSet<>(Set.of(tape.name(firstUnknown))) : unknown;
                if (!unknown.add(tape.name(at))) {
                    return at;
                }
            } else {
                long bit = 1L << number; // of its last six bits
                if ((mask & bit) != 0 && stoodBefore(tape, object, at)) {
                    return at;
                }
                mask |= bit;
            }
        }
        return Tape.NONE;
    }

    private static boolean stoodBefore(Tape tape, int object, int later) {
        int number = tape.nameNumber(later);
        for (int at = tape.first(object); at < later; at = tape.next(at)) {
            if (tape.nameNumber(at) == number) {
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
        return Tape.NONE;
    }
}
