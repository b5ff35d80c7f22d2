package io.github.csscallback.receiver.internal.read;

import io.github.csscallback.core.event.EventType;
import io.github.csscallback.core.field.Fields;
import io.github.csscallback.core.internal.EightBytes;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The names of members that event records ask for, each with a number: the scanner finds the number once, and from then
 * on a name is compared by its number. The records themselves say what they ask for, so that nobody keeps a second list.
 *
 * <p>Immutable.
 */
final class KnownNames {

    private static final long MIX = 0x9E37_79B9_7F4A_7C15L;
    private static final int SLOT_BITS = 10;
    private static final int SLOTS = 1 << SLOT_BITS;
    private static final int FREE = -1;

    /** What stands for the number of any other name. */
    static final int UNKNOWN = -1;

    /** By number. */
    private static final String[] NAMES = learn();
    /** By number: the bytes of the name and of the quote that ends it, eight in each, the last padded with zeros. */
    private static final long[][] WORDS = new long[NAMES.length][];
    /** The numbers, from the slot that the hash of a name's bytes gives, the next free one on. */
    private static final short[] BY_BYTES = freeSlots();
    /** The numbers, from the slot that {@link String#hashCode()} gives. */
    private static final short[] BY_TEXT = freeSlots();
    /** The names in the slots of {@link #BY_TEXT}: nearly always the very objects that the records ask with. */
    private static final @Nullable String[] TEXTS = new String[SLOTS];

    static {
        for (short number = 0; number < NAMES.length; number++) {
            byte[] name = NAMES[number].getBytes(StandardCharsets.UTF_8);
            WORDS[number] = words((NAMES[number] + '"').getBytes(StandardCharsets.UTF_8));
            put(BY_BYTES, slotOf(hash(name)), number);
            TEXTS[put(BY_TEXT, slotOf(NAMES[number]), number)] = NAMES[number];
        }
    }

    private KnownNames() {}

    private static long[] words(byte[] quoted) {
        long[] words = new long[(quoted.length + 7) / 8];
        for (int i = 0; i < words.length; i++) {
            words[i] = EightBytes.padded(quoted, 8 * i);
        }
        return words;
    }

    private static short[] freeSlots() {
        short[] slots = new short[SLOTS];
        Arrays.fill(slots, (short) FREE);
        return slots;
    }

    private static int put(short[] slots, int slot, short number) {
        int free = slot;
        while (slots[free] != FREE) {
            free = (free + 1) % SLOTS;
        }
        slots[free] = number;
        return free;
    }

    /** Has every record made once from a packet that has no member and once from one that has all of them. */
    private static String[] learn() {
        Set<String> names = new LinkedHashSet<>(List.of("event_type", "t", "sign"));
        for (EventType type : EventType.known()) {
            type.decode(Fields.of(new AskedNames(names, false)), new ArrayList<>());
            type.decode(Fields.of(new AskedNames(names, true)), new ArrayList<>());
        }
        return names.toArray(new String[0]);
    }

    static int count() {
        return NAMES.length;
    }

    static String name(int number) {
        return NAMES[number];
    }

    /** The number of a name that is given as text, or -1. */
    static int numberOf(String name) {
        int slot = slotOf(name);
        String text = TEXTS[slot];
        while (text != null && !text.equals(name)) {
            slot = (slot + 1) % SLOTS;
            text = TEXTS[slot];
        }
        return BY_TEXT[slot];
    }

    /** The number of the name that begins here and ends at a quote, and whose hash is known; or -1. */
    static int numberOf(byte[] source, int start, long hash) {
        int slot = slotOf(hash);
        int number = BY_BYTES[slot];
        while (number != FREE && !standsAt(source, start, number)) {
            slot = (slot + 1) % SLOTS;
            number = BY_BYTES[slot];
        }
        return number;
    }

    /** Whether the name with a number, and the quote behind it, stand here. */
    private static boolean standsAt(byte[] source, int start, int number) {
        long[] words = WORDS[number];
        int last = words.length - 1;
        for (int i = 0; i < last; i++) {
            if (words[i] != EightBytes.padded(source, start + 8 * i)) {
                return false;
            }
        }
        // The quote is the highest byte that is not zero, so it tells how many bytes of the last eight count.
        long unused = Long.numberOfLeadingZeros(words[last]) & -8;
        return ((words[last] ^ EightBytes.padded(source, start + 8 * last)) & (-1L >>> unused)) == 0;
    }

    private static int slotOf(String name) {
        return (name.hashCode() * (int) (MIX >>> Integer.SIZE)) >>> (Integer.SIZE - SLOT_BITS);
    }

    private static int slotOf(long hash) {
        return (int) (hash >>> (Long.SIZE - SLOT_BITS));
    }

    /** The hash of a whole name, as {@link #hash(long, long)} builds it up. */
    private static long hash(byte[] name) {
        long hash = 0;
        int whole = name.length & ~7;
        for (int i = 0; i < whole; i += 8) {
            hash = hash(hash, EightBytes.at(name, i));
        }
        return hash(hash, EightBytes.padded(name, whole));
    }

    /** The hash of a name with eight more bytes; the last, fewer than eight and perhaps none, padded with zeros. */
    static long hash(long hash, long eight) {
        return (hash + eight) * MIX;
    }
}
