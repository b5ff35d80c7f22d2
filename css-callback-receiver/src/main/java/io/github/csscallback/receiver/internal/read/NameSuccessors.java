package io.github.csscallback.receiver.internal.read;

import java.util.Arrays;

/**
 * Predicts the next member name: the one that followed the same name last time. CSS writes its packets in few orders, so
 * that one comparison replaces hashing and looking up the name.
 *
 * <p>A table of fixed size that holds numbers of known names only, so nothing else of a packet outlives its reading. Shared
 * by threads without synchronization: a stale or foreign entry is a wrong prediction, which costs a lookup.
 */
final class NameSuccessors {

    private final short[] table = new short[2 * (KnownNames.count() + 1)];

    NameSuccessors() {
        Arrays.fill(table, (short) KnownNames.UNKNOWN);
    }

    /** The position before the first name of an object that is the value of a member, or an element of a list there. */
    static int firstIn(int member) {
        return KnownNames.count() + 1 + after(member);
    }

    /** The position behind a name; all unknown names share one. */
    static int after(int name) {
        return name < 0 ? KnownNames.count() : name;
    }

    /** The known name that is expected at a position, or {@link KnownNames#UNKNOWN}. */
    int at(int position) {
        return table[position];
    }

    /** Replaces the known name that is expected at a position. */
    void set(int position, int name) {
        table[position] = (short) name;
    }
}
