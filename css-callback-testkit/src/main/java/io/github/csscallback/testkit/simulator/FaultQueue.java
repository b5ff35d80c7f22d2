package io.github.csscallback.testkit.simulator;

import io.github.csscallback.core.event.EventType;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Which faults the next delivery gets: those asked for, those for its kind first; else random ones. */
final class FaultQueue {

    private final @Nullable RandomFaults random;
    private @Nullable SplittableRandom draws;
    private final Deque<Faults> forAny = new ArrayDeque<>();
    private final Map<EventType, Deque<Faults>> forType = new HashMap<>();

    FaultQueue(@Nullable RandomFaults random) {
        this.random = random;
        this.draws = random == null ? null : new SplittableRandom(random.seed());
    }

    synchronized void add(List<Fault> faults) {
        forAny.add(Faults.of(faults));
    }

    synchronized void add(EventType type, List<Fault> faults) {
        forType.computeIfAbsent(type, t -> new ArrayDeque<>()).add(Faults.of(faults));
    }

    synchronized Faults take(EventType type) {
        Deque<Faults> own = forType.get(type);
        Faults asked = own == null ? null : own.poll();
        if (asked == null) {
            asked = forAny.poll();
        }
        if (asked != null) {
            return asked;
        }
        return random == null || draws == null ? Faults.NONE : random.draw(draws);
    }

    /** Forgets what was asked for; random ones begin anew from their seed. */
    synchronized void clear() {
        forAny.clear();
        forType.clear();
        if (random != null) {
            draws = new SplittableRandom(random.seed());
        }
    }
}
