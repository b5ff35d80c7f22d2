package io.github.csscallback.testkit.internal.fault;

import io.github.csscallback.core.event.EventType;
import io.github.csscallback.testkit.simulator.fault.Fault;
import io.github.csscallback.testkit.simulator.fault.RandomFaults;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The faults of the next events: those requested for the type, else those requested for any, else random ones. */
public final class FaultQueue {

    private final @Nullable RandomFaults random;
    private @Nullable FaultDraw draw;
    private final Deque<FaultPlan> forAny = new ArrayDeque<>();
    private final Map<EventType, Deque<FaultPlan>> forType = new HashMap<>();

    public FaultQueue(@Nullable RandomFaults random) {
        this.random = random;
        this.draw = random == null ? null : new FaultDraw(random);
    }

    public synchronized void add(List<Fault> faults) {
        forAny.add(FaultPlan.of(faults));
    }

    public synchronized void add(EventType type, List<Fault> faults) {
        forType.computeIfAbsent(type, t -> new ArrayDeque<>()).add(FaultPlan.of(faults));
    }

    public synchronized FaultPlan take(EventType type) {
        Deque<FaultPlan> ofType = forType.get(type);
        FaultPlan requested = ofType == null ? null : ofType.poll();
        if (requested == null) {
            requested = forAny.poll();
        }
        if (requested != null) {
            return requested;
        }
        return draw == null ? FaultPlan.NONE : draw.next();
    }

    /** Discards the requested faults and restarts the random ones from their seed. */
    public synchronized void clear() {
        forAny.clear();
        forType.clear();
        draw = random == null ? null : new FaultDraw(random);
    }
}
