package io.github.csscallback.receiver;

import io.github.csscallback.core.event.CallbackEvent;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the log and the user's listener what became of a request, keeping both from failing it. Refusals are warned of at
 * most once a minute for each kind, since strangers can cause any number of them.
 */
final class Observers {

    private static final Duration WARNING_PAUSE = Duration.ofMinutes(1);

    private final Logger log = LoggerFactory.getLogger(CallbackReceiver.class);
    private final @Nullable CallbackListener listener;
    private final Clock clock;
    private final Map<Outcome.Kind, Instant> lastWarnings = new EnumMap<>(Outcome.Kind.class);

    Observers(@Nullable CallbackListener listener, Clock clock) {
        this.listener = listener;
        this.clock = clock;
    }

    void accepted(Received<CallbackEvent> delivery, long began, long started) {
        if (log.isDebugEnabled()) {
            log.debug("handled {} {}", delivery.event().type(), delivery.id());
        }
        if (listener != null) {
            Timings timings = Timings.between(began, started, System.nanoTime());
            tell(l -> l.accepted(delivery.summary(), timings));
        }
    }

    void repeated(Received<CallbackEvent> delivery) {
        log.debug("repeated, not handled again: {} {}", delivery.event().type(), delivery.id());
        tell(l -> l.repeated(delivery.summary()));
    }

    void refused(Outcome outcome, int size, @Nullable String remoteAddress) {
        String sender = remoteAddress == null ? "an unknown address" : remoteAddress;
        if (mayWarn(outcome.kind())) {
            log.warn(
                    "refused {} bytes from {}: {} (more of these within a minute are logged at debug)",
                    size,
                    sender,
                    outcome.explanation(),
                    outcome.failure());
        } else {
            log.debug("refused {} bytes from {}: {}", size, sender, outcome.explanation());
        }
        tell(l -> l.refused(new Refusal(outcome, size, remoteAddress)));
    }

    void failed(Received<CallbackEvent> delivery, Outcome outcome) {
        if (outcome.kind() == Outcome.Kind.IN_PROGRESS) {
            log.debug("not handled {} {}: {}", delivery.event().type(), delivery.id(), outcome.explanation());
        } else {
            log.warn(
                    "not handled {} {}: {}",
                    delivery.event().type(),
                    delivery.id(),
                    outcome.explanation(),
                    outcome.failure());
        }
        tell(l -> l.failed(delivery.summary(), outcome));
    }

    void notRemembered(Received<CallbackEvent> delivery, Throwable failure) {
        log.warn(
                "handled {} {}, but the delivery log failed: a repeat will be handled again",
                delivery.event().type(),
                delivery.id(),
                failure);
        tell(l -> l.notRemembered(delivery.summary(), failure));
    }

    private boolean mayWarn(Outcome.Kind kind) {
        Instant now = clock.instant();
        synchronized (lastWarnings) {
            Instant last = lastWarnings.get(kind);
            if (last != null && now.isBefore(last.plus(WARNING_PAUSE))) {
                return false;
            }
            lastWarnings.put(kind, now);
            return true;
        }
    }

    private void tell(Consumer<CallbackListener> news) {
        if (listener != null) {
            try {
                news.accept(listener);
            } catch (Throwable e) { // an observer must not decide over an event, whatever is wrong with it
                log.warn("the callback listener threw; the delivery is not affected", e);
            }
        }
    }
}
