package io.github.csscallback.testkit.simulator;

import java.time.Instant;
import java.util.HexFormat;
import java.util.SplittableRandom;

/**
 * What CSS would number: push sessions, files, requests. No two are equal, and the same seed gives the same ones in the
 * same order. They go on over {@link CssSimulator#reset()}: a receiver that lives longer would take an event with an old
 * identity for a repeat.
 */
final class Identifiers {

    private static final long SMALLEST_OF_19_DIGITS = 1_000_000_000_000_000_000L;

    private final SplittableRandom random;
    private final long salt;
    private long count;
    private long lastMillis = Long.MIN_VALUE;

    Identifiers(long seed) {
        this.random = new SplittableRandom(seed);
        this.salt = random.nextLong();
    }

    /** Nineteen digits, as sequences and task numbers have. */
    synchronized String digits() {
        return Long.toString(random.nextLong(SMALLEST_OF_19_DIGITS, Long.MAX_VALUE));
    }

    /** As many pairs of hexadecimal digits. */
    synchronized String hex(int bytes) {
        byte[] drawn = new byte[bytes];
        for (int i = 0; i < bytes; i++) {
            drawn[i] = (byte) random.nextInt();
        }
        return HexFormat.of().formatHex(drawn);
    }

    /** 1, 2, 3, ... */
    synchronized long next() {
        return ++count;
    }

    /** A time in milliseconds that was not given before: the one asked for, or the next that is free. */
    synchronized long millis(Instant wanted) {
        lastMillis = Math.max(wanted.toEpochMilli(), lastMillis + 1);
        return lastMillis;
    }

    /** Draws for one delivery alone, which do not depend on what others drew. */
    SplittableRandom ofDelivery(long number) {
        return new SplittableRandom(salt + number);
    }
}
