package io.github.csscallback.receiver.internal.read;

import java.util.Arrays;

/**
 * Which known name came after which the last time: CSS writes the members of a kind in one order, so the next name is
 * nearly always that one again, and comparing it costs less than finding its end and looking it up.
 *
 * <p>Used by several threads without a lock. A guess that another thread has just overwritten is at worst wrong, and a
 * wrong guess costs only time: what it says is compared with what stands there.
 */
final class NameGuesses {

    static final int NONE = -1;

    /** By the number of a known name plus one, 0 being the beginning and every unknown name. */
    private final short[] next = new short[KnownNames.count() + 1];

    NameGuesses() {
        Arrays.fill(next, (short) NONE);
    }

    /** The number of the name that may come after another, or -1. */
    int after(int key) {
        return next[place(key)];
    }

    void learn(int key, int nextKey) {
        if (KnownNames.isNumber(nextKey)) {
            next[place(key)] = (short) nextKey;
        }
    }

    private static int place(int key) {
        return KnownNames.isNumber(key) ? key + 1 : 0;
    }
}
