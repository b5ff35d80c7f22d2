package io.github.csscallback.cli.demo;

import io.github.csscallback.cli.send.PacketPoster;
import io.github.csscallback.receiver.Outcome;
import io.github.csscallback.testkit.simulator.CssSimulator;
import io.github.csscallback.testkit.simulator.DeliveryAttempt;
import io.github.csscallback.testkit.simulator.DeliveryState;
import io.github.csscallback.testkit.simulator.SimulatedEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Where the demo's story is played: prints what came of each step, the simulator's side and the receiver's together. Time
 * is simulated, so all that a step caused is over when it returns, and attempts and what the listener said pair up.
 */
public final class DemoStage {

    private final CssSimulator css;
    private final DemoReceiver receiver;
    private final DemoLines lines;
    private final List<Integer> statusesOfOthers = new ArrayList<>();
    private int deliveriesSeen;
    private int attemptsSeen;

    DemoStage(CssSimulator css, DemoReceiver receiver, DemoLines lines) {
        this.css = css;
        this.receiver = receiver;
        this.lines = lines;
    }

    DemoLines lines() {
        return lines;
    }

    /** Prints what CSS did since the last call: events with nowhere to go, and attempts with what became of them. */
    void show() {
        List<SimulatedEvent> deliveries = css.events();
        for (SimulatedEvent delivery : deliveries.subList(deliveriesSeen, deliveries.size())) {
            if (delivery.state() == DeliveryState.NOT_SENT) {
                lines.notSent(delivery);
            }
        }
        deliveriesSeen = deliveries.size();
        List<DeliveryAttempt> attempts = css.attempts();
        for (DeliveryAttempt attempt : attempts.subList(attemptsSeen, attempts.size())) {
            if (attempt.status() != null) {
                lines.response(attempt, receiver.recorder().take());
            } else {
                lines.noResponse(attempt);
            }
        }
        attemptsSeen = attempts.size();
    }

    /** Posts what did not come from CSS, as anyone can who has the address. */
    void postAsSomebodyElse(String what, byte[] packet) {
        int status = new PacketPoster(receiver.address()).post(packet).status();
        statusesOfOthers.add(status);
        lines.posted(what, status, receiver.recorder().take());
    }

    DemoTally tally() {
        return new DemoTally(
                cssSide(),
                new DemoTally.Others(statusesOfOthers.size(), (int) statusesOfOthers.stream()
                        .filter(status -> status == Outcome.Kind.HANDLED.status())
                        .count()),
                receiver.recorder().receiver(),
                receiver.recorder().handlers());
    }

    private DemoTally.Css cssSide() {
        List<SimulatedEvent> deliveries = css.events();
        List<DeliveryAttempt> attempts = css.attempts();
        return new DemoTally.Css(
                deliveries.size(),
                (int) deliveries.stream()
                        .filter(delivery -> delivery.state() == DeliveryState.NOT_SENT)
                        .count(),
                (int) deliveries.stream()
                        .filter(delivery -> delivery.state() == DeliveryState.ACKNOWLEDGED)
                        .count(),
                attempts.size(),
                (int) attempts.stream()
                        .filter(attempt -> attempt.status() == null)
                        .count(),
                (int) attempts.stream()
                        .filter(attempt ->
                                Objects.requireNonNullElse(attempt.status(), 0) == Outcome.Kind.HANDLED.status())
                        .count());
    }
}
