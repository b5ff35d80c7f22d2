package io.github.csscallback.testkit.simulator;

import java.time.Duration;
import java.util.SplittableRandom;
import java.util.function.Supplier;

/** How long each change takes to come into force: drawn anew for each, between two bounds. */
final class Propagation implements Supplier<Duration> {

    static final Duration LEAST = Duration.ofMinutes(5);
    static final Duration MOST = Duration.ofMinutes(10);

    private final Duration least;
    private final Duration most;
    private final long seed;
    private SplittableRandom random;

    Propagation(Duration least, Duration most, long seed) {
        this.least = least;
        this.most = most;
        this.seed = seed;
        this.random = new SplittableRandom(seed);
    }

    @Override
    public synchronized Duration get() {
        long spread = most.minus(least).toMillis();
        return least.plusMillis(random.nextLong(spread + 1));
    }

    synchronized void reset() {
        random = new SplittableRandom(seed);
    }
}
