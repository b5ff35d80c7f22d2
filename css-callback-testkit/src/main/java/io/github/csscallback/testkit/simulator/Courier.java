package io.github.csscallback.testkit.simulator;

import io.github.csscallback.testkit.internal.post.Cut;
import io.github.csscallback.testkit.internal.post.Post;
import io.github.csscallback.testkit.internal.post.Posted;
import io.github.csscallback.testkit.internal.post.Poster;
import io.github.csscallback.testkit.internal.route.Destination;
import io.github.csscallback.testkit.internal.route.Destinations;
import io.github.csscallback.testkit.internal.time.Agenda;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes deliveries to their addresses: attempt after attempt, until one is acknowledged or the schedule is at its end. */
final class Courier {

    private final Logger log = LoggerFactory.getLogger(CssSimulator.class);
    private final Agenda agenda;
    private final Destinations destinations;
    private final PacketSigner signer;
    private final Poster poster;
    private final Limits limits;
    private final Ledger ledger;
    private final List<Consumer<DeliveryAttempt>> listeners;
    private final ReorderedDeliveries reordered;
    private volatile boolean closed;

    Courier(
            Agenda agenda,
            Destinations destinations,
            PacketSigner signer,
            Poster poster,
            Limits limits,
            Ledger ledger,
            List<Consumer<DeliveryAttempt>> listeners) {
        this.agenda = agenda;
        this.destinations = destinations;
        this.signer = signer;
        this.poster = poster;
        this.limits = limits;
        this.ledger = ledger;
        this.listeners = listeners;
        this.reordered = new ReorderedDeliveries(agenda, this::attempt);
    }

    /** Begins a delivery: plans its first attempt, unless there is nowhere to send it. */
    void take(SimulatedDelivery delivery, Destination to) {
        if (to instanceof Destination.Nowhere nowhere) {
            delivery.end(DeliveryState.NOT_SENT, nowhere.why());
            ledger.begun(delivery);
            return;
        }
        Faults faults = delivery.allFaults();
        Instant due = delivery.eventAt().plus(faults.heldBack());
        delivery.plan(((Destination.Address) to).address(), due);
        ledger.begun(delivery);
        if (faults.has(FaultKind.REORDERED)) {
            reordered.hold(delivery, due);
        } else {
            reordered.follow(delivery); // first, since in real time it may be under way at once
            agenda.at(due, delivery.number(), () -> attempt(delivery));
        }
    }

    private Destination destinationOf(SimulatedDelivery delivery) {
        return destinations.of(delivery.type(), delivery.domain(), delivery.app());
    }

    private void attempt(SimulatedDelivery delivery) {
        if (!ledger.knows(delivery)) {
            return; // forgotten by a reset
        }
        int number = delivery.tries() + 1;
        Destination to = destinationOf(delivery);
        if (to instanceof Destination.Nowhere nowhere) {
            ledger.ended(delivery, DeliveryState.GIVEN_UP, nowhere.why());
        } else {
            Destination.Address address = (Destination.Address) to;
            planNext(delivery, number, address, post(delivery, number, address));
        }
        if (number == 1) {
            reordered.release(delivery);
        }
    }

    private boolean post(SimulatedDelivery delivery, int number, Destination.Address to) {
        Faults.OfAttempt faults = delivery.allFaults().on(number);
        Instant now = agenda.clock().instant();
        Duration age = Duration.ZERO;
        if (number == 1) {
            if (delivery.allFaults().has(FaultKind.HELD_BACK)) {
                age = Duration.between(delivery.eventAt(), now);
                faults.note(FaultKind.HELD_BACK);
            }
            faults.note(FaultKind.REORDERED);
        }
        SignedPacket signed = signer.sign(delivery, number, to, age, faults);
        boolean mangled = faults.apply(FaultKind.MANGLED_BODY);
        byte[] body = mangled ? signer.mangled(signed, delivery) : signed.bytes();
        Cut cut = cutOf(faults);
        Duration slowFor = faults.applyFor(FaultKind.SLOW_SENDING);
        boolean answerLost = faults.apply(FaultKind.CUT_AFTER_ANSWER);
        boolean twice = faults.apply(FaultKind.DUPLICATE);
        boolean asAsked = !mangled && Objects.equals(signed.key(), to.key());

        Duration within = limits.answerTimeoutOf(delivery.type());
        Posted posted = poster.post(new Post(to.address(), body, within, cut, slowFor));
        DeliveryAttempt attempt = new DeliveryAttempt(
                delivery,
                number,
                false,
                to.address(),
                now,
                body,
                posted,
                answerLost,
                asAsked && posted.bodyBytesSent() == body.length,
                faults.applied());
        note(attempt);
        if (twice) {
            Posted again = poster.post(new Post(to.address(), body, within, Cut.NONE, Duration.ZERO));
            note(new DeliveryAttempt(
                    delivery,
                    number,
                    true,
                    to.address(),
                    agenda.clock().instant(),
                    body,
                    again,
                    false,
                    asAsked && again.bodyBytesSent() == body.length,
                    faults.applied()));
        }
        return attempt.acknowledged();
    }

    private static Cut cutOf(Faults.OfAttempt faults) {
        if (faults.apply(FaultKind.CUT_IN_REQUEST)) {
            return Cut.IN_REQUEST;
        }
        return faults.apply(FaultKind.CUT_BEFORE_ANSWER) ? Cut.BEFORE_ANSWER : Cut.NONE;
    }

    private void note(DeliveryAttempt attempt) {
        ledger.attempted(attempt);
        log.debug("{}", attempt);
        for (Consumer<DeliveryAttempt> listener : listeners) {
            try {
                listener.accept(attempt);
            } catch (RuntimeException | AssertionError e) { // a listener must not decide over a delivery
                log.warn("a listener of attempts threw; the delivery is not affected", e);
            }
        }
    }

    private void planNext(SimulatedDelivery delivery, int number, Destination.Address to, boolean acknowledged) {
        RetrySchedule retries = limits.retriesOf(delivery.type());
        if (acknowledged) {
            ledger.ended(delivery, DeliveryState.ACKNOWLEDGED, null);
        } else if (closed) {
            return; // an attempt that closing cut decides nothing
        } else if (number > retries.times()) {
            ledger.ended(delivery, DeliveryState.GIVEN_UP, null);
        } else if (ledger.knows(delivery)) {
            Instant due = agenda.clock().instant().plus(retries.every());
            delivery.plan(to.address(), due);
            agenda.at(due, delivery.number(), () -> attempt(delivery));
        }
    }

    void reset() {
        reordered.clear();
    }

    /** Gives nothing up any more. */
    void close() {
        closed = true;
    }
}
