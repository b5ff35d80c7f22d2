package io.github.csscallback.testkit.simulator;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Faults at random, for {@link CssSimulatorBuilder#randomFaults}: each delivery has some with a given probability, one to
 * three of them, each on the first attempt, on some, or on every one. The seed is logged when the simulator starts, and
 * stands in what {@link Waiting} says when it fails; the same seed gives the same faults to the same deliveries.
 *
 * <p>Immutable: each call gives changed ones.
 */
public final class RandomFaults {

    private static final double DEFAULT_PROBABILITY = 0.25;
    private static final int MOST = 3;
    private static final int MOST_RANDOM_SEEDS = 1_000_000_000;

    private final long seed;
    private final double probability;
    private final List<Fault> choice;

    private RandomFaults(long seed, double probability, List<Fault> choice) {
        this.seed = seed;
        this.probability = probability;
        this.choice = choice;
    }

    /**
     * Faults from a seed: for one delivery in four, of all kinds.
     *
     * @param seed where they begin
     * @return the faults
     */
    public static RandomFaults seeded(long seed) {
        return new RandomFaults(seed, DEFAULT_PROBABILITY, List.of());
    }

    /**
     * Faults that are different in each run, from a seed that nobody knows beforehand.
     *
     * @return the faults
     */
    public static RandomFaults random() {
        return seeded(new SecureRandom().nextInt(MOST_RANDOM_SEEDS)); // short enough to be typed
    }

    /**
     * How many deliveries have faults.
     *
     * @param share from 0 (none) to 1 (all)
     * @return the changed faults
     * @throws IllegalArgumentException if it is not in that range
     */
    public RandomFaults probability(double share) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("the probability must be from 0 to 1, not " + share);
        }
        return new RandomFaults(seed, share, choice);
    }

    /**
     * Draws from these faults alone, just as they are given; without this call from all kinds, held back up to 20 minutes
     * and sent slowly over up to 50 ms.
     *
     * @param faults at least one
     * @return the changed faults
     * @throws IllegalArgumentException if there is none
     */
    public RandomFaults only(Fault... faults) {
        if (faults.length == 0) {
            throw new IllegalArgumentException("give at least one fault to draw from");
        }
        return new RandomFaults(seed, probability, List.of(faults));
    }

    long seed() {
        return seed;
    }

    Faults draw(SplittableRandom random) {
        if (random.nextDouble() >= probability) {
            return Faults.NONE;
        }
        int wanted = 1 + random.nextInt(MOST);
        List<Fault> drawn = new ArrayList<>();
        for (int i = 0; i < wanted; i++) {
            Fault fault = choice.isEmpty() ? anyKind(random) : choice.get(random.nextInt(choice.size()));
            if (drawn.stream()
                    .noneMatch(
                            other -> other.kind().concern().equals(fault.kind().concern()))) {
                drawn.add(fault);
            }
        }
        return Faults.of(drawn);
    }

    private static Fault anyKind(SplittableRandom random) {
        Fault fault = switch (random.nextInt(12)) {
            case 0 -> Fault.duplicate();
            case 1 -> Fault.reordered();
            case 2 -> Fault.heldBack(Duration.ofSeconds(1 + random.nextInt(1200)));
            case 3 -> Fault.signatureKept();
            case 4 -> Fault.signatureRenewed();
            case 5 -> Fault.wrongKey();
            case 6 -> Fault.oldKey();
            case 7 -> Fault.mangledBody();
            case 8 -> Fault.cutInRequest();
            case 9 -> Fault.cutBeforeAnswer();
            case 10 -> Fault.cutAfterAnswer();
            default -> Fault.slowSending(Duration.ofMillis(1 + random.nextInt(50)));
        };
        return fault.kind().scope() == FaultKind.Scope.DELIVERY ? fault : somewhere(fault, random);
    }

    private static Fault somewhere(Fault fault, SplittableRandom random) {
        return switch (random.nextInt(4)) {
            case 0 -> fault.onEveryAttempt();
            case 1 -> fault.onAttempts(2 + random.nextInt(4));
            default -> fault;
        };
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "RandomFaults[seed %d, probability %s, %s]",
                seed,
                probability,
                choice.isEmpty() ? "all kinds" : choice);
    }
}
