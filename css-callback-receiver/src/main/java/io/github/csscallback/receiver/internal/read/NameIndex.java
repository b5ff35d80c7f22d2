package io.github.csscallback.receiver.internal.read;

import org.jspecify.annotations.Nullable;

/**
 * Where the members of a packet stand, by the keys of their names: a record asks for some thirty of them, and looking
 * through all members for each would cost as much as reading the packet. Finds names that stand twice on the way.
 */
final class NameIndex {

    private static final int MOST_MEMBERS = 64;
    private static final int MOST_VALUES = 255;
    private static final int NONE = -1;

    /** For each slot the number of a value, from 1; 0 where none is. */
    private final byte[] slots;

    private final int shift;
    private int repeated = NONE;

    private NameIndex(int bits) {
        this.slots = new byte[1 << bits];
        this.shift = Integer.SIZE - bits;
    }

    /** An index, or null where it would not be worth its memory: packets that CSS sends have fewer than 64 members. */
    static @Nullable NameIndex of(Tape tape, int object) {
        int members = 0;
        for (int at = tape.first(object); at >= 0; at = tape.next(at)) {
            members++;
        }
        if (members > MOST_MEMBERS || tape.size() > MOST_VALUES) {
            return null;
        }
        NameIndex index = new NameIndex(members <= 16 ? 5 : members <= 32 ? 6 : 7);
        for (int at = tape.first(object); at >= 0; at = tape.next(at)) {
            index.add(tape, at);
        }
        return index;
    }

    private void add(Tape tape, int at) {
        int slot = slotOf(tape.nameKey(at));
        while (slots[slot] != 0) {
            if (tape.areNamesakes(slots[slot] & 0xFF, at) && repeated == NONE) {
                repeated = at;
            }
            slot = (slot + 1) & (slots.length - 1);
        }
        slots[slot] = (byte) at;
    }

    /** The first member that has the name of an earlier one, or -1. */
    int repeated() {
        return repeated;
    }

    /** The member of that name, or -1. */
    int find(Tape tape, String name) {
        int key = KnownNames.keyOf(name);
        int slot = slotOf(key);
        while (slots[slot] != 0) {
            int at = slots[slot] & 0xFF;
            if (tape.isNamed(at, key, name)) {
                return at;
            }
            slot = (slot + 1) & (slots.length - 1);
        }
        return NONE;
    }

    private int slotOf(int key) {
        return (key * 0x9E37_79B9) >>> shift;
    }
}
