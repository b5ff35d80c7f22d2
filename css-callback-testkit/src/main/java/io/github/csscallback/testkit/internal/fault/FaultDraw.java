package io.github.csscallback.testkit.internal.fault;

import io.github.csscallback.testkit.simulator.fault.Fault;
import io.github.csscallback.testkit.simulator.fault.RandomFaults;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Draws the faults of one event after another from the seed of {@link RandomFaults}. Not for use by several threads. */
final class FaultDraw {

    private static final int MOST = 3;

    private final RandomFaults faults;
    private final SplittableRandom random;

    FaultDraw(RandomFaults faults) {
        this.faults = faults;
        this.random = new SplittableRandom(faults.seed());
    }

    FaultPlan next() {
        if (random.nextDouble() >= faults.probability()) {
            return FaultPlan.NONE;
        }
        List<Fault> choices = faults.choices();
        int wanted = 1 + random.nextInt(MOST);
        List<Fault> drawn = new ArrayList<>();
        for (int i = 0; i < wanted; i++) {
            Fault fault = choices.isEmpty() ? anyKind() : choices.get(random.nextInt(choices.size()));
            if (drawn.stream().noneMatch(other -> FaultPlan.concern(other).equals(FaultPlan.concern(fault)))) {
                drawn.add(fault);
            }
        }
        return FaultPlan.of(drawn);
    }

    private Fault anyKind() {
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
            case 9 -> Fault.cutBeforeResponse();
            case 10 -> Fault.cutAfterResponse();
            default -> Fault.slowSending(Duration.ofMillis(1 + random.nextInt(50)));
        };
        return fault.kind().isPerAttempt() ? onSomeAttempts(fault) : fault;
    }

    private Fault onSomeAttempts(Fault fault) {
        return switch (random.nextInt(4)) {
            case 0 -> fault.onEveryAttempt();
            case 1 -> fault.onAttempts(2 + random.nextInt(4));
            default -> fault;
        };
    }
}
