package io.github.csscallback.testkit.simulator;

import io.github.csscallback.testkit.internal.time.Scheduler;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Deliveries that let the next one go first. Each waits for the first attempt of the delivery that was sent after it, and
 * goes alone when none comes in time. Safe for use by several threads.
 */
final class ReorderedDeliveries {

    /** How long one waits for another. */
    static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Scheduler scheduler;
    private final Consumer<SimulatedEvent> attempt;

    /** Those that nothing was sent after yet. */
    private final List<Held> waiting = new ArrayList<>();
    /** Those that go after the first attempt of the delivery with a number. */
    private final Map<Long, List<Held>> behind = new HashMap<>();

    /** A delivery that is held, with the entry that lets it go alone. */
    private record Held(SimulatedEvent event, Instant notBefore, Scheduler.Entry alone) {}

    ReorderedDeliveries(Scheduler scheduler, Consumer<SimulatedEvent> attempt) {
        this.scheduler = scheduler;
        this.attempt = attempt;
    }

    /** Holds a delivery back until the next has gone. */
    synchronized void hold(SimulatedEvent event, Instant notBefore) {
        follow(event);
        Instant latest = notBefore.plus(PATIENCE);
        event.plan(latest);
        Scheduler.Entry alone = scheduler.at(latest, event.number(), () -> attempt.accept(event));
        waiting.add(new Held(event, notBefore, alone));
    }

    /** Lets all that wait follow a event. */
    synchronized void follow(SimulatedEvent next) {
        if (!waiting.isEmpty()) {
            behind.put(next.number(), List.copyOf(waiting));
            waiting.clear();
        }
    }

    /** Lets those go that follow a event, whose first attempt is made. */
    synchronized void release(SimulatedEvent gone) {
        waiting.removeIf(held -> held.event().equals(gone));
        for (Held held : behind.getOrDefault(gone.number(), List.of())) {
            if (held.alone().cancel()) {
                SimulatedEvent event = held.event();
                Instant now = scheduler.clock().instant();
                Instant due = held.notBefore().isAfter(now) ? held.notBefore() : now;
                event.plan(due);
                scheduler.at(due, event.number(), () -> attempt.accept(event));
            }
        }
        behind.remove(gone.number());
    }

    synchronized void clear() {
        waiting.clear();
        behind.clear();
    }
}
