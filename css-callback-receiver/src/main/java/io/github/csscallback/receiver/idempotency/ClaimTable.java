package io.github.csscallback.receiver.idempotency;

import java.util.Arrays;

/**
 * ClaimTable in progress, and those that are done in the order in which they were, in arrays of numbers: as objects, a
 * million of them would be copied and traced by the garbage collector again and again, and every answer would wait for
 * that. Takes 48 to 96 bytes for each. Not safe for use by several threads.
 *
 * <p>Each has a row from its claim until it is forgotten. A table of twice as many places finds the row: from the place that
 * the identity gives, the next free place on; whoever is taken out leaves no gap behind.
 */
final class ClaimTable {

    /** In place of a row: there is none. */
    static final int NONE = -1;

    /** Times this, any difference shows in the high bits (2^64 divided by the golden ratio). */
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private static final int FIRST_ROWS = 64;
    private static final int FREE = 0;

    private static final int WIDTH = 4;
    private static final int HIGH = 0;
    private static final int LOW = 1;
    private static final int UNTIL = 2;
    /** In progress the number of the claim, from 1; when done the row that was done next, inverted, so never above 0. */
    private static final int STATE = 3;

    private long[] rows = new long[FIRST_ROWS * WIDTH];
    /** The rows from here on were never used; of those before, the free ones hang together by their states. */
    private int neverUsed;

    private int firstFree = NONE;
    private int size;
    private int oldestDone = NONE;
    private int youngestDone = NONE;
    /**
     * For each place an identity's hash and below it the number of a row, from 1. The hash says nearly always whether the
     * row is meant, without a look at it: with a million rows each look is at memory that no cache has.
     */
    private long[] table = new long[2 * FIRST_ROWS];

    /** A hash of an identity, whose lowest and highest bits will do alike, also for identities that are numbers in order. */
    static int hash(IdempotencyKey id) {
        return hash(id.high(), id.low());
    }

    private static int hash(long high, long low) {
        return (int) ((((high * SPREAD) ^ low) * SPREAD) >>> Integer.SIZE);
    }

    /** How many there are, in progress and done together. */
    int size() {
        return size;
    }

    /** The row of a delivery, or {@link #NONE}. */
    int find(IdempotencyKey id) {
        return rowOf(table[placeOf(id.high(), id.low())]);
    }

    boolean isDone(int row) {
        return state(row) <= 0;
    }

    /** Whether this claim of the delivery is the last one, and not done. */
    boolean isClaimedBy(int row, long number) {
        return !isDone(row) && state(row) == number;
    }

    /** Until when it is claimed or remembered. */
    long until(int row) {
        return rows[row * WIDTH + UNTIL];
    }

    /**
     * Adds a delivery that is not there, in progress.
     *
     * @param number the claim's number, from 1
     */
    void add(IdempotencyKey id, long number, long until) {
        int row = takeRow();
        rows[row * WIDTH + HIGH] = id.high();
        rows[row * WIDTH + LOW] = id.low();
        table[placeOf(id.high(), id.low())] = entry(hash(id), row);
        size++;
        renew(row, number, until);
    }

    /** Gives a delivery in progress to another claim. */
    void renew(int row, long number, long until) {
        rows[row * WIDTH + UNTIL] = until;
        rows[row * WIDTH + STATE] = number;
    }

    /** Makes a delivery in progress the one that was done last. */
    void setDone(int row, long until) {
        rows[row * WIDTH + UNTIL] = until;
        rows[row * WIDTH + STATE] = ~NONE;
        if (oldestDone == NONE) {
            oldestDone = row;
        } else {
            rows[youngestDone * WIDTH + STATE] = ~row;
        }
        youngestDone = row;
    }

    /** Forgets a delivery in progress. */
    void remove(int row) {
        closeGap(placeOf(rows[row * WIDTH + HIGH], rows[row * WIDTH + LOW]));
        rows[row * WIDTH + STATE] = firstFree;
        firstFree = row;
        size--;
    }

    /** The row of the delivery that was done longest ago, or {@link #NONE}. */
    int oldestDone() {
        return oldestDone;
    }

    /** Forgets the delivery that was done longest ago; there must be one. */
    void removeOldestDone() {
        int row = oldestDone;
        oldestDone = (int) ~state(row);
        remove(row);
    }

    /** Forgets what is in progress beyond its end. Looks at all. */
    void removeEnded(long now) {
        int place = 0;
        while (place < table.length) {
            int row = rowOf(table[place]);
            if (row != NONE && !isDone(row) && until(row) <= now) {
                remove(row); // another may stand in its place now
            } else {
                place++;
            }
        }
    }

    private long state(int row) {
        return rows[row * WIDTH + STATE];
    }

    private int takeRow() {
        if (firstFree != NONE) {
            int row = firstFree;
            firstFree = (int) state(row);
            return row;
        }
        if (neverUsed * WIDTH == rows.length) {
            grow();
        }
        return neverUsed++;
    }

    private void grow() {
        rows = Arrays.copyOf(rows, 2 * rows.length);
        long[] entries = table;
        table = new long[2 * entries.length];
        for (long entry : entries) {
            if (entry != FREE) {
                int row = rowOf(entry);
                table[placeOf(rows[row * WIDTH + HIGH], rows[row * WIDTH + LOW])] = entry;
            }
        }
    }

    /** The place where an identity stands, or the free one where it would. */
    private int placeOf(long high, long low) {
        int mask = table.length - 1;
        int hash = hash(high, low);
        int place = home(hash);
        while (table[place] != FREE && !isAt(table[place], hash, high, low)) {
            place = (place + 1) & mask;
        }
        return place;
    }

    private boolean isAt(long entry, int hash, long high, long low) {
        int at = rowOf(entry) * WIDTH;
        return hashOf(entry) == hash && rows[at + LOW] == low && rows[at + HIGH] == high;
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
            int home = home(hashOf(entry));
            // Its home lies cyclically outside of (gap, place]: it may stand in the gap.
            if (((place - home) & mask) >= ((place - gap) & mask)) {
                table[gap] = entry;
                gap = place;
            }
        }
    }

    private static long entry(int hash, int row) {
        return ((long) hash << Integer.SIZE) | (row + 1);
    }

    private static int hashOf(long entry) {
        return (int) (entry >>> Integer.SIZE);
    }

    /** {@link #NONE} for a free place. */
    private static int rowOf(long entry) {
        return (int) entry - 1;
    }

    private int home(int hash) {
        return hash & (table.length - 1);
    }
}
