package io.github.csscallback.receiver.idempotency;

import java.util.function.IntFunction;

/**
 * The claims of events: those in progress, and those handled in the order in which they were. Kept in arrays of numbers,
 * because the garbage collector would copy and trace a million objects again and again and delay every response. Takes 48 to
 * 96 bytes for each event. Not safe for use by several threads.
 *
 * <p>Each event has a row from its claim until it is forgotten. Rows are found by open addressing with linear probing in an
 * index of twice as many slots; removal shifts entries back, so there are no tombstones.
 */
final class ClaimTable {

    /** No row. */
    static final int NONE = -1;

    /** Spreads any difference to the high bits (2^64 divided by the golden ratio). */
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private static final int FIRST_ROWS = 64;
    private static final int FREE = 0;

    private static final int WIDTH = 4;
    private static final int HIGH = 0;
    private static final int LOW = 1;
    private static final int UNTIL = 2;
    /** In progress the number of the claim, from 1; when done the complement of the row done next, so never above 0. */
    private static final int STATE = 3;

    private final IntFunction<long[]> allocator;
    private long[] rows;
    /** Rows from here on were never used; the free ones before are linked by their states. */
    private int neverUsed;

    private int firstFree = NONE;
    private int size;
    private int oldestDone = NONE;
    private int youngestDone = NONE;
    /**
     * For each slot the hash of a key and below it the number of a row, from 1. The hash nearly always shows whether the row
     * matches, without reading the row: with a million rows that read would miss every cache.
     */
    private long[] table;

    ClaimTable() {
        this(long[]::new);
    }

    /** Creates a table whose arrays come from an allocator, for tests of a heap that is too small. */
    ClaimTable(IntFunction<long[]> allocator) {
        this.allocator = allocator;
        this.rows = allocator.apply(FIRST_ROWS * WIDTH);
        this.table = allocator.apply(2 * FIRST_ROWS);
    }

    /** Returns a hash whose lowest and highest bits are equally good, also for keys that are consecutive numbers. */
    static int hash(IdempotencyKey key) {
        return hash(key.high(), key.low());
    }

    private static int hash(long high, long low) {
        return (int) ((((high * SPREAD) ^ low) * SPREAD) >>> Integer.SIZE);
    }

    /** Returns the number of events, in progress and done together. */
    int size() {
        return size;
    }

    /** Returns the row of an event, or {@link #NONE}. */
    int find(IdempotencyKey key) {
        return rowOf(table[slotOf(key.high(), key.low())]);
    }

    boolean isDone(int row) {
        return state(row) <= 0;
    }

    /** Returns whether this claim of the event is the latest one, and not done. */
    boolean isClaimedBy(int row, long number) {
        return !isDone(row) && state(row) == number;
    }

    /** Returns the time until which it is claimed or remembered. */
    long until(int row) {
        return rows[row * WIDTH + UNTIL];
    }

    /**
     * Adds an absent event, in progress. Changes nothing if it throws.
     *
     * @param number the claim's number, from 1
     */
    void add(IdempotencyKey key, long number, long until) {
        int row = takeRow();
        rows[row * WIDTH + HIGH] = key.high();
        rows[row * WIDTH + LOW] = key.low();
        table[slotOf(key.high(), key.low())] = entry(hash(key), row);
        size++;
        renew(row, number, until);
    }

    /** Gives an event in progress to another claim. */
    void renew(int row, long number, long until) {
        rows[row * WIDTH + UNTIL] = until;
        rows[row * WIDTH + STATE] = number;
    }

    /** Makes an event in progress the one done last. */
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

    /** Removes an event in progress. */
    void remove(int row) {
        closeGap(slotOf(rows[row * WIDTH + HIGH], rows[row * WIDTH + LOW]));
        rows[row * WIDTH + STATE] = firstFree;
        firstFree = row;
        size--;
    }

    /** Returns the row of the event done longest ago, or {@link #NONE}. */
    int oldestDone() {
        return oldestDone;
    }

    /** Removes the event done longest ago; there must be one. */
    void removeOldestDone() {
        int row = oldestDone;
        oldestDone = (int) ~state(row);
        remove(row);
    }

    /** Removes the events in progress whose lease has expired. Reads the whole table. */
    void removeExpired(long now) {
        int slot = 0;
        while (slot < table.length) {
            int row = rowOf(table[slot]);
            if (row != NONE && !isDone(row) && until(row) - now <= 0) {
                remove(row); // another entry may be in its slot now
            } else {
                slot++;
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
        long[] entries = table;
        long[] moreRows = allocator.apply(2 * rows.length);
        long[] moreSlots =
                allocator.apply(2 * entries.length); // both, before anything changes: either may be too large
        System.arraycopy(rows, 0, moreRows, 0, rows.length);
        rows = moreRows;
        table = moreSlots;
        for (long entry : entries) {
            if (entry != FREE) {
                int row = rowOf(entry);
                table[slotOf(rows[row * WIDTH + HIGH], rows[row * WIDTH + LOW])] = entry;
            }
        }
    }

    /** Returns the slot of a key, or the free slot where it belongs. */
    private int slotOf(long high, long low) {
        int mask = table.length - 1;
        int hash = hash(high, low);
        int slot = home(hash);
        while (table[slot] != FREE && !isAt(table[slot], hash, high, low)) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private boolean isAt(long entry, int hash, long high, long low) {
        int at = rowOf(entry) * WIDTH;
        return hashOf(entry) == hash && rows[at + LOW] == low && rows[at + HIGH] == high;
    }

    /** Shifts back the entries behind a gap that are not in their home slot. */
    private void closeGap(int gap) {
        int mask = table.length - 1;
        int slot = gap;
        while (true) {
            slot = (slot + 1) & mask;
            long entry = table[slot];
            if (entry == FREE) {
                table[gap] = FREE;
                return;
            }
            int home = home(hashOf(entry));
            // Its home is cyclically outside of (gap, slot]: it may move to the gap.
            if (((slot - home) & mask) >= ((slot - gap) & mask)) {
                table[gap] = entry;
                gap = slot;
            }
        }
    }

    private static long entry(int hash, int row) {
        return ((long) hash << Integer.SIZE) | (row + 1);
    }

    private static int hashOf(long entry) {
        return (int) (entry >>> Integer.SIZE);
    }

    /** Returns {@link #NONE} for a free slot. */
    private static int rowOf(long entry) {
        return (int) entry - 1;
    }

    private int home(int hash) {
        return hash & (table.length - 1);
    }
}
