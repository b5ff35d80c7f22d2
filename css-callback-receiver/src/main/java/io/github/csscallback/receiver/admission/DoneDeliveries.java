package io.github.csscallback.receiver.admission;

import java.util.Arrays;

/**
 * The deliveries that are done, oldest first, in arrays of numbers: as objects, a million of them would be copied and
 * traced by the garbage collector again and again, and every answer would wait for that. Takes 40 to 80 bytes for each.
 * Not safe for use by several threads.
 *
 * <p>A ring holds identity and end of each in the order of their coming. A table of twice its length finds them: from the
 * place that the identity's hash gives, the next free place on; whoever is taken out leaves no gap behind.
 */
final class DoneDeliveries {

    private static final int FIRST_LENGTH = 64;
    private static final int FREE = 0;

    private long[] highs = new long[FIRST_LENGTH];
    private long[] lows = new long[FIRST_LENGTH];
    private long[] untils = new long[FIRST_LENGTH];
    private int oldest;
    private int size;
    /**
     * For each place half of an identity and below it the number of a row of the ring, from 1. The half says nearly always
     * whether the row is meant, without a look at it: with a million rows each look is at memory that no cache has.
     */
    private long[] table = new long[2 * FIRST_LENGTH];

    int size() {
        return size;
    }

    boolean contains(DeliveryId id) {
        return table[placeOf(id.high(), id.low())] != FREE;
    }

    /** Until when the oldest is remembered; meaningless if there is none. */
    long oldestUntil() {
        return untils[oldest];
    }

    /** Adds one that is not contained. */
    void add(DeliveryId id, long until) {
        if (size == highs.length) {
            grow();
        }
        int row = (oldest + size++) & (highs.length - 1);
        highs[row] = id.high();
        lows[row] = id.low();
        untils[row] = until;
        table[placeOf(id.high(), id.low())] = entry(id.low(), row);
    }

    void removeOldest() {
        int place = placeOf(highs[oldest], lows[oldest]);
        oldest = (oldest + 1) & (highs.length - 1);
        size--;
        closeGap(place);
    }

    /** Moves up whoever stands behind a gap only because the places before were taken. */
    private void closeGap(int gap) {
        int mask = table.length - 1;
        int place = gap;
        while (true) {
            place = (place + 1) & mask;
            long entry = table[place];
            if (entry == FREE) {
                table[gap] = FREE;
                return;
            }
            int home = home(half(entry));
            // Its home lies cyclically outside of (gap, place]: it may stand in the gap.
            if (((place - home) & mask) >= ((place - gap) & mask)) {
                table[gap] = entry;
                gap = place;
            }
        }
    }

    /** The place where an identity stands, or the free one where it would. */
    private int placeOf(long high, long low) {
        int mask = table.length - 1;
        int place = home((int) low);
        while (table[place] != FREE && !isAt(table[place], high, low)) {
            place = (place + 1) & mask;
        }
        return place;
    }

    private boolean isAt(long entry, long high, long low) {
        int row = (int) entry - 1;
        return half(entry) == (int) low && lows[row] == low && highs[row] == high;
    }

    private static long entry(long low, int row) {
        return (low << Integer.SIZE) | (row + 1);
    }

    private static int half(long entry) {
        return (int) (entry >>> Integer.SIZE);
    }

    /** An identity is part of a SHA-256: any of its bits will do. */
    private int home(int half) {
        return half & (table.length - 1);
    }

    private void grow() {
        int length = highs.length;
        highs = inOrder(highs);
        lows = inOrder(lows);
        untils = inOrder(untils);
        oldest = 0;
        table = new long[4 * length];
        for (int row = 0; row < length; row++) {
            table[placeOf(highs[row], lows[row])] = entry(lows[row], row);
        }
    }

    /** Twice as long, the oldest first. */
    private long[] inOrder(long[] ring) {
        long[] longer = Arrays.copyOfRange(ring, oldest, oldest + 2 * ring.length);
        System.arraycopy(ring, 0, longer, ring.length - oldest, oldest);
        return longer;
    }
}
