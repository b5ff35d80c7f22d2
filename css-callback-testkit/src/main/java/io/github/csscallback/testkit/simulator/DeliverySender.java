package io.github.csscallback.testkit.simulator;

import io.github.csscallback.core.event.RetrySchedule;
import io.github.csscallback.testkit.internal.fault.FaultPlan;
import io.github.csscallback.testkit.internal.post.ConnectionCut;
import io.github.csscallback.testkit.internal.post.HttpPoster;
import io.github.csscallback.testkit.internal.post.Post;
import io.github.csscallback.testkit.internal.post.PostResult;
import io.github.csscallback.testkit.internal.route.Destination;
import io.github.csscallback.testkit.internal.route.Destinations;
import io.github.csscallback.testkit.internal.time.Scheduler;
import io.github.csscallback.testkit.simulator.fault.FaultKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends events: schedules the attempts of each until one is acknowledged or the retries are exhausted. */
final class DeliverySender {

    private final Logger log = LoggerFactory.getLogger(CssSimulator.class);
    private final Scheduler scheduler;
    private final Destinations destinations;
    private final PacketSigner signer;
    private final HttpPoster poster;
    private final SimulatorSettings settings;
    private final DeliveryHistory history;
    private final List<Consumer<DeliveryAttempt>> listeners;
    private final ReorderedDeliveries reordered;
    private volatile boolean closed;

    DeliverySender(
            Scheduler scheduler,
            Destinations destinations,
            PacketSigner signer,
            HttpPoster poster,
            SimulatorSettings settings,
            DeliveryHistory history,
            List<Consumer<DeliveryAttempt>> listeners) {
        this.scheduler = scheduler;
        this.destinations = destinations;
        this.signer = signer;
        this.poster = poster;
        this.settings = settings;
        this.history = history;
        this.listeners = listeners;
        this.reordered = new ReorderedDeliveries(scheduler, this::attempt);
    }

    /** Schedules the first attempt of an event, unless it has no address. */
    void take(SimulatedEvent event, Destination to) {
        if (to instanceof Destination.Nowhere nowhere) {
            event.end(DeliveryState.NOT_SENT, nowhere.reason());
            history.begun(event);
            return;
        }
        FaultPlan faults = event.faultPlan();
        Instant due = event.occurredAt().plus(faults.heldBack());
        event.plan(((Destination.Address) to).address(), due);
        history.begun(event);
        if (faults.has(FaultKind.REORDERED)) {
            reordered.hold(event, due);
        } else {
            reordered.follow(event); // first, since in real time it may be under way at once
            scheduler.at(due, event.number(), () -> attempt(event));
        }
    }

    private Destination destinationOf(SimulatedEvent event) {
        return destinations.of(event.type(), event.pushDomain(), event.appName());
    }

    private void attempt(SimulatedEvent event) {
        if (!history.contains(event)) {
            return; // forgotten by a reset
        }
        int number = event.tries() + 1;
        Destination to = destinationOf(event);
        if (to instanceof Destination.Nowhere nowhere) {
            history.ended(event, DeliveryState.GIVEN_UP, nowhere.reason());
        } else {
            Destination.Address address = (Destination.Address) to;
            planNext(event, number, address, post(event, number, address));
        }
        if (number == 1) {
            reordered.release(event);
        }
    }

    private boolean post(SimulatedEvent event, int number, Destination.Address to) {
        FaultPlan.OfAttempt faults = event.faultPlan().on(number);
        Instant now = scheduler.clock().instant();
        Duration age = Duration.ZERO;
        if (number == 1) {
            if (event.faultPlan().has(FaultKind.HELD_BACK)) {
                age = Duration.between(event.occurredAt(), now);
                faults.note(FaultKind.HELD_BACK);
            }
            faults.note(FaultKind.REORDERED);
        }
        SignedPacket signed = signer.sign(event, number, to, age, faults);
        boolean mangled = faults.apply(FaultKind.MANGLED_BODY);
        byte[] body = mangled ? signer.mangled(signed, event) : signed.bytes();
        ConnectionCut cut = cutOf(faults);
        Duration slowFor = faults.applyFor(FaultKind.SLOW_SENDING);
        boolean responseLost = faults.apply(FaultKind.CUT_AFTER_RESPONSE);
        boolean twice = faults.apply(FaultKind.DUPLICATE);
        boolean asAsked = !mangled && Objects.equals(signed.key(), to.key());

        Duration within = settings.responseTimeout(event.type());
        PostResult posted = poster.post(new Post(to.address(), body, within, cut, slowFor));
        DeliveryAttempt attempt = new DeliveryAttempt(
                event,
                number,
                false,
                to.address(),
                now,
                body,
                posted,
                responseLost,
                asAsked && posted.bodyBytesSent() == body.length,
                faults.applied());
        note(attempt);
        if (twice) {
            PostResult again = poster.post(new Post(to.address(), body, within, ConnectionCut.NONE, Duration.ZERO));
            note(new DeliveryAttempt(
                    event,
                    number,
                    true,
                    to.address(),
                    scheduler.clock().instant(),
                    body,
                    again,
                    false,
                    asAsked && again.bodyBytesSent() == body.length,
                    faults.applied()));
        }
        return attempt.acknowledged();
    }

    private static ConnectionCut cutOf(FaultPlan.OfAttempt faults) {
        if (faults.apply(FaultKind.CUT_IN_REQUEST)) {
            return ConnectionCut.IN_REQUEST;
        }
        return faults.apply(FaultKind.CUT_BEFORE_RESPONSE) ? ConnectionCut.BEFORE_RESPONSE : ConnectionCut.NONE;
    }

    private void note(DeliveryAttempt attempt) {
        history.attempted(attempt);
        log.debug("{}", attempt);
        for (Consumer<DeliveryAttempt> listener : listeners) {
            try {
                listener.accept(attempt);
            } catch (RuntimeException | AssertionError e) { // a listener must not decide over a event
                log.warn("a listener of attempts threw; the delivery is not affected", e);
            }
        }
    }

    private void planNext(SimulatedEvent event, int number, Destination.Address to, boolean acknowledged) {
        RetrySchedule retries = settings.retrySchedule(event.type());
        if (acknowledged) {
            history.ended(event, DeliveryState.ACKNOWLEDGED, null);
        } else if (closed) {
            return; // an attempt that closing cut decides nothing
        } else if (number > retries.count()) {
            history.ended(event, DeliveryState.GIVEN_UP, null);
        } else if (history.contains(event)) {
            Instant due = scheduler.clock().instant().plus(retries.interval());
            event.plan(to.address(), due);
            scheduler.at(due, event.number(), () -> attempt(event));
        }
    }

    void reset() {
        reordered.clear();
    }

    /** From now on no event is given up. */
    void close() {
        closed = true;
    }
}
