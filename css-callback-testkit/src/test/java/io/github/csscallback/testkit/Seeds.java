package io.github.csscallback.testkit;

import java.util.OptionalLong;
import java.util.Random;

/** Where the random data of a test begins: somewhere else in each run, or at {@code -Dseed=N} to see a failure again. */
public final class Seeds {

    private Seeds() {}

    /** The seed that was asked for; empty in an ordinary run. */
    public static OptionalLong asked() {
        Long seed = Long.getLong("seed");
        return seed == null ? OptionalLong.empty() : OptionalLong.of(seed);
    }

    /** The seed that was asked for, else another one each time. A test that fails must name it. */
    public static long next() {
        return asked().orElseGet(() -> new Random().nextLong());
    }
}
