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
 * Events that are sent out of order: each after the first attempt of the next event, or alone if there is none in time.
 * Safe for use by several threads.
 */
final class ReorderedDeliveries {

    /** How long an event waits for the next one. */
    static final Duration MAX_WAIT = Duration.ofMinutes(1);

    private final Scheduler scheduler;
    private final Consumer<SimulatedEvent> attempt;

    /** Events that no other event has followed yet. */
    private final List<Held> waiting = new ArrayList<>();
    /** The events to send after the first attempt of the event with a number. */
    private final Map<Long, List<Held>> behind = new HashMap<>();

    /** An event that is held back, with the scheduled task that sends it alone. */
    private record Held(SimulatedEvent event, Instant notBefore, Scheduler.Entry alone) {}

    ReorderedDeliveries(Scheduler scheduler, Consumer<SimulatedEvent> attempt) {
        this.scheduler = scheduler;
        this.attempt = attempt;
    }

    /** Holds an event back until the next one has been sent. */
    synchronized void hold(SimulatedEvent event, Instant notBefore) {
        follow(event);
        Instant latest = notBefore.plus(MAX_WAIT);
        event.plan(latest);
        Scheduler.Entry alone = scheduler.at(latest, event.number(), () -> attempt.accept(event));
        waiting.add(new Held(event, notBefore, alone));
    }

    /** Schedules all waiting events after the given one. */
    synchronized void follow(SimulatedEvent next) {
        if (!waiting.isEmpty()) {
            behind.put(next.number(), List.copyOf(waiting));
            waiting.clear();
        }
    }

    /** Sends the events that waited for the first attempt of the given one. */
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
