package io.github.csscallback.testkit.simulator;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The faults of one delivery, of which none contradicts another. Immutable. */
final class Faults {

    static final Faults NONE = new Faults(List.of());

    private final List<Fault> all;

    private Faults(List<Fault> all) {
        this.all = all;
    }

    /**
     * @throws IllegalArgumentException if two decide about the same thing
     */
    static Faults of(List<Fault> faults) {
        Map<String, Fault> byConcern = new LinkedHashMap<>();
        for (Fault fault : faults) {
            Fault other = byConcern.putIfAbsent(fault.kind().concern(), fault);
            if (other != null) {
                throw new IllegalArgumentException(
                        other + " and " + fault + " contradict each other; give one of them");
            }
        }
        return new Faults(List.copyOf(faults));
    }

    List<Fault> all() {
        return all;
    }

    boolean has(FaultKind kind) {
        return find(kind) != null;
    }

    /** How long the packet is held back; zero if it is not. */
    Duration heldBack() {
        Fault fault = find(FaultKind.HELD_BACK);
        return fault == null ? Duration.ZERO : fault.time();
    }

    private @Nullable Fault find(FaultKind kind) {
        return all.stream().filter(fault -> fault.kind() == kind).findFirst().orElse(null);
    }

    /** Those that strike an attempt, counted from 1. */
    OfAttempt on(int attempt) {
        return new OfAttempt(this, attempt);
    }

    /** The faults of one attempt, and which of them were applied to it in the end. For one thread. */
    static final class OfAttempt {

        private final Faults faults;
        private final int attempt;
        private final Set<Fault> applied = new LinkedHashSet<>();

        private OfAttempt(Faults faults, int attempt) {
            this.faults = faults;
            this.attempt = attempt;
        }

        /** Whether a fault strikes; if it does, it is applied. */
        boolean apply(FaultKind kind) {
            Fault fault = faults.find(kind);
            if (fault == null || !fault.strikes(attempt)) {
                return false;
            }
            applied.add(fault);
            return true;
        }

        /** The time of a fault that strikes; if it does, it is applied. Otherwise zero. */
        Duration applyFor(FaultKind kind) {
            Fault fault = faults.find(kind);
            return fault != null && apply(kind) ? fault.time() : Duration.ZERO;
        }

        /** For a fault of the delivery that has its effect on this attempt. */
        void note(FaultKind kind) {
            Fault fault = faults.find(kind);
            if (fault != null) {
                applied.add(fault);
            }
        }

        Set<Fault> applied() {
            return Set.copyOf(applied);
        }
    }
}
