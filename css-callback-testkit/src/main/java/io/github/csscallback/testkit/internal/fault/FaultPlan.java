package io.github.csscallback.testkit.internal.fault;

import io.github.csscallback.testkit.simulator.fault.Fault;
import io.github.csscallback.testkit.simulator.fault.FaultKind;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The faults of one event, without contradictions. Immutable. */
public final class FaultPlan {

    public static final FaultPlan NONE = new FaultPlan(List.of());

    private final List<Fault> all;

    private FaultPlan(List<Fault> all) {
        this.all = all;
    }

    /**
     * A plan of these faults.
     *
     * @throws IllegalArgumentException if two faults contradict each other
     */
    public static FaultPlan of(List<Fault> faults) {
        Map<String, Fault> byConcern = new LinkedHashMap<>();
        for (Fault fault : faults) {
            Fault other = byConcern.putIfAbsent(concern(fault), fault);
            if (other != null) {
                throw new IllegalArgumentException(
                        other + " and " + fault + " contradict each other; give one of them");
            }
        }
        return new FaultPlan(List.copyOf(faults));
    }

    /** What only one fault of an event can decide. */
    static String concern(Fault fault) {
        return switch (fault.kind()) {
            case SIGNATURE_KEPT, SIGNATURE_RENEWED -> "signature on retries";
            case WRONG_KEY, OLD_KEY -> "key";
            case CUT_IN_REQUEST, CUT_BEFORE_RESPONSE, CUT_AFTER_RESPONSE -> "cut";
            default -> fault.kind().name();
        };
    }

    public List<Fault> all() {
        return all;
    }

    public boolean has(FaultKind kind) {
        return find(kind) != null;
    }

    /** How long the packet is held back; zero if it is not. */
    public Duration heldBack() {
        Fault fault = find(FaultKind.HELD_BACK);
        return fault == null ? Duration.ZERO : fault.duration();
    }

    private @Nullable Fault find(FaultKind kind) {
        return all.stream().filter(fault -> fault.kind() == kind).findFirst().orElse(null);
    }

    /** The faults of an attempt, counted from 1. */
    public OfAttempt on(int attempt) {
        return new OfAttempt(this, attempt);
    }

    /** The faults of one attempt, and a record of those that were applied. For one thread. */
    public static final class OfAttempt {

        private final FaultPlan plan;
        private final int attempt;
        private final Set<Fault> applied = new LinkedHashSet<>();

        private OfAttempt(FaultPlan plan, int attempt) {
            this.plan = plan;
            this.attempt = attempt;
        }

        /** Whether a fault affects this attempt; if so, it is recorded as applied. */
        public boolean apply(FaultKind kind) {
            Fault fault = plan.find(kind);
            if (fault == null || !fault.affects(attempt)) {
                return false;
            }
            applied.add(fault);
            return true;
        }

        /** The duration of a fault that affects this attempt, which is recorded as applied; otherwise zero. */
        public Duration applyFor(FaultKind kind) {
            Fault fault = plan.find(kind);
            return fault != null && apply(kind) ? fault.duration() : Duration.ZERO;
        }

        /** Records a fault of the whole event that shows on this attempt. */
        public void note(FaultKind kind) {
            Fault fault = plan.find(kind);
            if (fault != null) {
                applied.add(fault);
            }
        }

        public Set<Fault> applied() {
            return Set.copyOf(applied);
        }
    }
}
