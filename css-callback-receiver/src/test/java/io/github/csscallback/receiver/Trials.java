package io.github.csscallback.receiver;

import java.util.Random;

/**
 * Runs a property of random data many times. Each run has a seed of its own, which a failure names;
 * {@code -Dseed=N} runs that one alone.
 */
public final class Trials {

    private static final long FIRST_SEED = 1;

    private Trials() {}

    /** Something that must hold whatever the random numbers are. */
    public interface Property {
        /** Fails if it does not hold. */
        void check(Random random) throws Exception;
    }

    /** Checks the property as often as said, or once with the seed that was asked for. */
    public static void run(int times, Property property) {
        Long only = Long.getLong("seed");
        if (only != null) {
            runOne(only, property);
            return;
        }
        for (long seed = FIRST_SEED; seed < FIRST_SEED + times; seed++) {
            runOne(seed, property);
        }
    }

    private static void runOne(long seed, Property property) {
        try {
            property.check(new Random(seed));
        } catch (Throwable e) {
            throw new AssertionError("with -Dseed=" + seed + ": " + e.getMessage(), e);
        }
    }
}
