package io.github.csscallback.receiver.internal.read;

import java.util.Arrays;
import java.util.concurrent.ThreadLocalRandom;

/** The members of one object by name: a hash table of their positions on the tape, with linear probing. */
final class NameIndex {

    private static final int SEED = ThreadLocalRandom.current().nextInt();
    private static final int GOLDEN_RATIO = 0x9E37_79B9;
    private static final int SMALLEST = 16;

    /** Positions on the tape, which are never 0 for a member; the first {@link #size} are in use. */
    private short[] slots = {};

    private int size;

    /** Empties the index and makes room for a number of members, so that at most two thirds of it are used. */
    void clear(int members) {
        size = Math.max(SMALLEST, 2 * Integer.highestOneBit(members + members / 2));
        if (size > slots.length) {
            slots = new short[size];
        } else {
            Arrays.fill(slots, 0, size, (short) 0);
        }
    }

    /** Adds a member, unless the object has one of that name: then gives {@code false}. */
    boolean add(int member, byte[] source, int[] names) {
        int slot = slot(MemberName.hash(source, names[member], SEED));
        while (slots[slot] != 0) {
            if (MemberName.areEqual(source, names[slots[slot]], names[member])) {
                return false;
            }
            slot = (slot + 1) & (size - 1);
        }
        slots[slot] = (short) member;
        return true;
    }

    /** The member with a known name, or {@link Tape#NONE}. */
    int find(int knownName, int[] names) {
        int slot = slot(knownName);
        while (slots[slot] != 0) {
            if (names[slots[slot]] == knownName) {
                return slots[slot];
            }
            slot = (slot + 1) & (size - 1);
        }
        return Tape.NONE;
    }

    private int slot(int hash) {
        return (hash * GOLDEN_RATIO) >>> (Integer.numberOfLeadingZeros(size) + 1);
    }
}
