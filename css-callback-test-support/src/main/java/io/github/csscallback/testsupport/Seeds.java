package io.github.csscallback.testsupport;

import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * The seeds of tests with random data. By default every run uses the same seeds, 1 and up, so that a build can be
 * repeated; {@code -Dseed=random} starts somewhere else, and {@code -Dseed=N} runs the one seed that a failure names.
 */
public final class Seeds {

    private Seeds() {}

    /** A test of random data. */
    @FunctionalInterface
    public interface RandomTest {
        void run(Random random) throws Exception;
    }

    /** A test that needs the seed itself. */
    @FunctionalInterface
    public interface SeededTest {
        void run(long seed) throws Exception;
    }

    /** Runs a test with the given number of generators. */
    public static void run(int times, RandomTest test) {
        forEach(times, seed -> test.run(new Random(seed)));
    }

    /** Runs a test with the given number of seeds. */
    public static void forEach(int times, SeededTest test) {
        forEach(System.getProperty("seed"), times, test);
    }

    static void forEach(@Nullable String choice, int times, SeededTest test) {
        if (choice == null || choice.isEmpty()) {
            runFrom(1, times, test);
        } else if (choice.equals("random")) {
            runFrom(new Random().nextLong(), times, test);
        } else {
            runFrom(Long.parseLong(choice), 1, test);
        }
    }

    private static void runFrom(long first, int times, SeededTest test) {
        for (long i = 0; i < times; i++) {
            long seed = first + i;
            try {
                test.run(seed);
            } catch (Exception | AssertionError e) {
                throw new AssertionError("with -Dseed=" + seed + ": " + e.getMessage(), e);
            }
        }
    }
}
