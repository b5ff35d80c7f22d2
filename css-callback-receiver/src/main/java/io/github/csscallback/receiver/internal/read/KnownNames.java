package io.github.csscallback.receiver.internal.read;

import io.github.csscallback.core.event.EventType;
import io.github.csscallback.core.field.Fields;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The member names that event records read, numbered: the scanner looks a name up once, later comparisons use its number.
 * The names are collected from the records themselves, so there is no second list to maintain. Immutable.
 */
final class KnownNames {

    /** The number of any other name. */
    static final int UNKNOWN = -1;

    private static final int SLOT_BITS = 10;
    private static final int SLOT_MASK = (1 << SLOT_BITS) - 1;
    private static final int GOLDEN_RATIO = 0x9E37_79B9;

    private static final String[] NAMES = collect();
    private static final byte[][] BYTES = new byte[NAMES.length][];
    /** Numbers by hash, with linear probing. For ASCII the hash of the bytes is that of the text. */
    private static final short[] SLOTS = new short[1 << SLOT_BITS];

    static {
        Arrays.fill(SLOTS, (short) UNKNOWN);
        for (short number = 0; number < NAMES.length; number++) {
            BYTES[number] = NAMES[number].getBytes(StandardCharsets.US_ASCII);
            int slot = slot(NAMES[number].hashCode());
            while (SLOTS[slot] != UNKNOWN) {
                slot = (slot + 1) & SLOT_MASK;
            }
            SLOTS[slot] = number;
        }
    }

    private KnownNames() {}

    /** Decodes every record once from a packet without members and once from one that has all of them. */
    private static String[] collect() {
        Set<String> names = new LinkedHashSet<>(List.of("event_type", "t", "sign"));
        for (EventType type : EventType.known()) {
            type.decode(Fields.of(new NameCollector(names, false)), new ArrayList<>());
            type.decode(Fields.of(new NameCollector(names, true)), new ArrayList<>());
        }
        names.removeIf(name -> !name.chars().allMatch(character -> character < 0x80));
        return names.toArray(new String[0]);
    }

    static int count() {
        return NAMES.length;
    }

    static String name(int number) {
        return NAMES[number];
    }

    static int length(int number) {
        return BYTES[number].length;
    }

    /** The number of a name, or {@link #UNKNOWN}. */
    static int numberOf(String name) {
        int slot = slot(name.hashCode());
        while (SLOTS[slot] != UNKNOWN && !NAMES[SLOTS[slot]].equals(name)) {
            slot = (slot + 1) & SLOT_MASK;
        }
        return SLOTS[slot];
    }

    /** The number of the name with these bytes, or {@link #UNKNOWN}; the hash is that of {@link #hash(int, byte)}. */
    static int numberOf(byte[] source, int start, int end, int hash) {
        int slot = slot(hash);
        while (SLOTS[slot] != UNKNOWN && !isAt(source, start, end, SLOTS[slot])) {
            slot = (slot + 1) & SLOT_MASK;
        }
        return SLOTS[slot];
    }

    /** Whether a name stands here with a quote behind it. */
    static boolean isQuotedAt(byte[] source, int start, int number) {
        int end = start + BYTES[number].length;
        return end < source.length && source[end] == '"' && isAt(source, start, end, number);
    }

    private static boolean isAt(byte[] source, int start, int end, int number) {
        byte[] name = BYTES[number];
        return Arrays.equals(source, start, end, name, 0, name.length);
    }

    /** The hash of a name extended by one byte; an empty name has the hash 0. */
    static int hash(int hash, byte next) {
        return 31 * hash + next;
    }

    private static int slot(int hash) {
        return (hash * GOLDEN_RATIO) >>> (Integer.SIZE - SLOT_BITS);
    }
}
