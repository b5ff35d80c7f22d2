package io.github.csscallback.testkit.internal.packet;

import java.time.Instant;
import java.util.HexFormat;
import java.util.SplittableRandom;

/**
 * Generates identifying values: of push sessions, files, requests. All are different, and the same seed gives the same
 * values in the same order. They do not start again after a reset: a receiver that lives longer would take new events
 * for duplicates. Safe for use by several threads.
 */
public final class Identifiers {

    private static final long SMALLEST_OF_19_DIGITS = 1_000_000_000_000_000_000L;

    /** Counters start at a random number, so that two simulators do not give the same ones. */
    private static final int FIRST_COUNTS = 1_000_000_000;

    private final SplittableRandom random;
    private final long salt;
    private long count;
    private long lastMillis = Long.MIN_VALUE;

    public Identifiers(long seed) {
        this.random = new SplittableRandom(seed);
        this.salt = random.nextLong();
        this.count = random.nextInt(FIRST_COUNTS);
    }

    /** Nineteen digits, as sequences and task ids have. */
    public synchronized String digits() {
        return Long.toString(random.nextLong(SMALLEST_OF_19_DIGITS, Long.MAX_VALUE));
    }

    /** Random bytes in hexadecimal digits. */
    public synchronized String hex(int bytes) {
        byte[] drawn = new byte[bytes];
        for (int i = 0; i < bytes; i++) {
            drawn[i] = (byte) random.nextInt();
        }
        return HexFormat.of().formatHex(drawn);
    }

    /** The next number of a counter that starts between 1 and a billion. */
    public synchronized long next() {
        return ++count;
    }

    /** A time in milliseconds: the given one, or the next after the last one returned if that is later. */
    public synchronized long millis(Instant wanted) {
        lastMillis = Math.max(wanted.toEpochMilli(), lastMillis + 1);
        return lastMillis;
    }

    /** A source of random numbers for one event, independent of the order of events. */
    public SplittableRandom ofDelivery(long number) {
        return new SplittableRandom(salt + number);
    }
}
