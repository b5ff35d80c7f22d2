package io.github.csscallback.testkit.internal.account;

import java.time.Duration;
import java.util.SplittableRandom;
import java.util.function.Supplier;

/** The time until a change is in force, drawn for each change between two bounds. */
public final class PropagationDelay implements Supplier<Duration> {

    public static final Duration LEAST = Duration.ofMinutes(5);
    public static final Duration MOST = Duration.ofMinutes(10);

    private final Duration least;
    private final Duration most;
    private final long seed;
    private SplittableRandom random;

    public PropagationDelay(Duration least, Duration most, long seed) {
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

    public synchronized void reset() {
        random = new SplittableRandom(seed);
    }
}
