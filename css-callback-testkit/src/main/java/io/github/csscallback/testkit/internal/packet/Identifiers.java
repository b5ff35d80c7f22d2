package io.github.csscallback.testkit.internal.packet;

import java.time.Instant;
import java.util.HexFormat;
import java.util.SplittableRandom;

/**
 * What CSS would number: push sessions, files, requests. No two are equal, and the same seed gives the same ones in the
 * same order. They never begin anew: a receiver that lives longer would take an event with an old identity for a
 * repeat. Safe for use by several threads.
 */
public final class Identifiers {

    private static final long SMALLEST_OF_19_DIGITS = 1_000_000_000_000_000_000L;

    /** Counting begins somewhere, so that two simulators do not count alike. */
    private static final int FIRST_COUNTS = 1_000_000_000;

    private final SplittableRandom random;
    private final long salt;
    private long count;
    private long lastMillis = Long.MIN_VALUE;

    /**
     * Numbers not drawn yet.
     *
     * @param seed where they begin
     */
    public Identifiers(long seed) {
        this.random = new SplittableRandom(seed);
        this.salt = random.nextLong();
        this.count = random.nextInt(FIRST_COUNTS);
    }

    /**
     * What sequences and task numbers look like.
     *
     * @return nineteen digits
     */
    public synchronized String digits() {
        return Long.toString(random.nextLong(SMALLEST_OF_19_DIGITS, Long.MAX_VALUE));
    }

    /**
     * Random bytes.
     *
     * @param bytes how many
     * @return in hexadecimal digits
     */
    public synchronized String hex(int bytes) {
        byte[] drawn = new byte[bytes];
        for (int i = 0; i < bytes; i++) {
            drawn[i] = (byte) random.nextInt();
        }
        return HexFormat.of().formatHex(drawn);
    }

    /**
     * A number, the next after the last; where they begin lies with the seed.
     *
     * @return from 1 to about a billion
     */
    public synchronized long next() {
        return ++count;
    }

    /**
     * A time that was not given before.
     *
     * @param wanted when
     * @return in milliseconds: then, or the next after the last given
     */
    public synchronized long millis(Instant wanted) {
        lastMillis = Math.max(wanted.toEpochMilli(), lastMillis + 1);
        return lastMillis;
    }

    /**
     * Draws for one delivery alone, which do not depend on what others drew.
     *
     * @param number of the delivery
     * @return where to draw from
     */
    public SplittableRandom ofDelivery(long number) {
        return new SplittableRandom(salt + number);
    }
}
