package io.github.csscallback.testkit.simulator;

import io.github.csscallback.testkit.internal.time.Agenda;
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

    private final Agenda agenda;
    private final Consumer<SimulatedDelivery> attempt;

    /** Those that nothing was sent after yet. */
    private final List<Held> waiting = new ArrayList<>();
    /** Those that go after the first attempt of the delivery with a number. */
    private final Map<Long, List<Held>> behind = new HashMap<>();

    /** A delivery that is held, with the entry that lets it go alone. */
    private record Held(SimulatedDelivery delivery, Instant notBefore, Agenda.Entry alone) {}

    ReorderedDeliveries(Agenda agenda, Consumer<SimulatedDelivery> attempt) {
        this.agenda = agenda;
        this.attempt = attempt;
    }

    /** Holds a delivery back until the next has gone. */
    synchronized void hold(SimulatedDelivery delivery, Instant notBefore) {
        follow(delivery);
        Instant latest = notBefore.plus(PATIENCE);
        delivery.plan(latest);
        Agenda.Entry alone = agenda.at(latest, delivery.number(), () -> attempt.accept(delivery));
        waiting.add(new Held(delivery, notBefore, alone));
    }

    /** Lets all that wait follow a delivery. */
    synchronized void follow(SimulatedDelivery next) {
        if (!waiting.isEmpty()) {
            behind.put(next.number(), List.copyOf(waiting));
            waiting.clear();
        }
    }

    /** Lets those go that follow a delivery, whose first attempt is made. */
    synchronized void release(SimulatedDelivery gone) {
        waiting.removeIf(held -> held.delivery().equals(gone));
        for (Held held : behind.getOrDefault(gone.number(), List.of())) {
            if (held.alone().cancel()) {
                SimulatedDelivery delivery = held.delivery();
                Instant now = agenda.clock().instant();
                Instant due = held.notBefore().isAfter(now) ? held.notBefore() : now;
                delivery.plan(due);
                agenda.at(due, delivery.number(), () -> attempt.accept(delivery));
            }
        }
        behind.remove(gone.number());
    }

    synchronized void clear() {
        waiting.clear();
        behind.clear();
    }
}
