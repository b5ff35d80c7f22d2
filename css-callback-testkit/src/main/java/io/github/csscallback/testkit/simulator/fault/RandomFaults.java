package io.github.csscallback.testkit.simulator.fault;

import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;

/**
 * Random faults, for {@link io.github.csscallback.testkit.simulator.CssSimulator.Builder#randomFaults}: each event has
 * faults with a given probability, one to three of them, each on the first attempt, on several or on every one. The seed
 * is logged when the simulator starts and is part of the messages of failed waits; the same seed gives the same faults to
 * the same events.
 *
 * <p>Immutable: each method returns a changed copy.
 */
public final class RandomFaults {

    private static final double DEFAULT_PROBABILITY = 0.25;
    private static final int MOST_RANDOM_SEEDS = 1_000_000_000;

    private final long seed;
    private final double probability;
    private final List<Fault> choices;

    private RandomFaults(long seed, double probability, List<Fault> choices) {
        this.seed = seed;
        this.probability = probability;
        this.choices = choices;
    }

    /** Faults of all kinds for one event in four, drawn from a seed. */
    public static RandomFaults seeded(long seed) {
        return new RandomFaults(seed, DEFAULT_PROBABILITY, List.of());
    }

    /** Faults of all kinds for one event in four, from a random seed: different in each run. */
    public static RandomFaults random() {
        return seeded(new SecureRandom().nextInt(MOST_RANDOM_SEEDS)); // short enough to be typed
    }

    /**
     * Sets the probability that an event has faults.
     *
     * @param probability from 0 to 1
     * @throws IllegalArgumentException if it is not in that range
     */
    public RandomFaults probability(double probability) {
        if (!(probability >= 0 && probability <= 1)) {
            throw new IllegalArgumentException("the probability must be from 0 to 1, not " + probability);
        }
        return new RandomFaults(seed, probability, choices);
    }

    /**
     * Draws from these faults only, as given. By default all kinds are drawn, held back for up to 20 minutes and sent
     * slowly over up to 50 ms.
     *
     * @param faults at least one
     * @throws IllegalArgumentException if there is none
     */
    public RandomFaults only(Fault... faults) {
        if (faults.length == 0) {
            throw new IllegalArgumentException("give at least one fault to draw from");
        }
        return new RandomFaults(seed, probability, List.of(faults));
    }

    public long seed() {
        return seed;
    }

    public double probability() {
        return probability;
    }

    /** The faults to draw from; empty for all kinds. */
    public List<Fault> choices() {
        return choices;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "RandomFaults[seed %d, probability %s, %s]",
                seed,
                probability,
                choices.isEmpty() ? "all kinds" : choices);
    }
}
