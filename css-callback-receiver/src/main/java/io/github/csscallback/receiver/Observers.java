package io.github.csscallback.receiver;

import io.github.csscallback.core.event.CallbackEvent;
import io.github.csscallback.core.signature.VerificationResult;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the log and the user's listener what became of a request, keeping both from failing it. Refusals are warned of at
 * most once a minute for each reason, since strangers can cause any number of them.
 */
final class Observers {

    private static final Duration WARNING_PAUSE = Duration.ofMinutes(1);

    private final Logger log = LoggerFactory.getLogger(CallbackReceiver.class);
    private final @Nullable CallbackListener listener;
    private final Clock clock;
    private final Map<Reason, Instant> lastWarnings = new HashMap<>();

    /** Strangers' packets must not silence what tells the operator that a clock or a key is wrong. */
    private record Reason(Outcome.Kind kind, VerificationResult.@Nullable Kind finding) {

        static Reason of(Outcome outcome) {
            VerificationResult verificationResult = outcome.verificationResult();
            return new Reason(outcome.kind(), verificationResult == null ? null : verificationResult.kind());
        }
    }

    Observers(@Nullable CallbackListener listener, Clock clock) {
        this.listener = listener;
        this.clock = clock;
    }

    /** The time from which to measure; meaningless where nobody is told. */
    long nanoTime() {
        return listener == null ? 0 : System.nanoTime();
    }

    void handled(Received<CallbackEvent> delivery, long began, long started) {
        if (log.isDebugEnabled()) {
            log.debug("handled {} {}", delivery.event().type(), delivery.idempotencyKey());
        }
        if (listener != null) {
            Timings timings = Timings.between(began, started, System.nanoTime());
            tell(l -> l.handled(delivery.summary(), timings));
        }
    }

    void duplicate(Received<CallbackEvent> delivery) {
        log.debug("repeated, not handled again: {} {}", delivery.event().type(), delivery.idempotencyKey());
        tell(l -> l.duplicate(delivery.summary()));
    }

    void rejected(Outcome outcome, int size, @Nullable String remoteAddress) {
        String sender = remoteAddress == null ? "an unknown address" : remoteAddress;
        if (mayWarn(Reason.of(outcome))) {
            warn(
                    outcome.failure(),
                    "refused {} bytes from {}: {} (more of these within a minute are logged at debug)",
                    size,
                    sender,
                    outcome.explanation());
        } else {
            log.debug("refused {} bytes from {}: {}", size, sender, outcome.explanation());
        }
        tell(l -> l.rejected(new Rejection(outcome, size, remoteAddress)));
    }

    void failed(Received<CallbackEvent> delivery, Outcome outcome) {
        if (outcome.kind() == Outcome.Kind.IN_PROGRESS) {
            log.debug(
                    "not handled {} {}: {}", delivery.event().type(), delivery.idempotencyKey(), outcome.explanation());
        } else {
            warn(
                    outcome.failure(),
                    "not handled {} {}: {}",
                    delivery.event().type(),
                    delivery.idempotencyKey(),
                    outcome.explanation());
        }
        tell(l -> l.failed(delivery.summary(), outcome));
    }

    void storeFailed(Received<CallbackEvent> delivery, Throwable failure) {
        warn(
                failure,
                "handled {} {}, but the delivery log failed: a repeat will be handled again",
                delivery.event().type(),
                delivery.idempotencyKey());
        tell(l -> l.storeFailed(delivery.summary(), failure));
    }

    private boolean mayWarn(Reason reason) {
        Instant now = clock.instant();
        synchronized (lastWarnings) {
            Instant last = lastWarnings.get(reason);
            if (last != null && now.isBefore(last.plus(WARNING_PAUSE))) {
                return false;
            }
            lastWarnings.put(reason, now);
            return true;
        }
    }

    private void tell(Consumer<CallbackListener> news) {
        if (listener != null) {
            try {
                news.accept(listener);
            } catch (Throwable e) { // an observer must not decide over an event, whatever is wrong with it
                warn(e, "the callback listener threw; the delivery is not affected");
            }
        }
    }

    /** Printing an exception of somebody else's runs their code, so that it may throw too. */
    private void warn(@Nullable Throwable failure, String message, @Nullable Object... arguments) {
        try {
            log.atWarn().setCause(failure).log(message, arguments);
        } catch (Throwable e) {
            log.warn(message, arguments);
            log.warn(
                    "the exception that goes with the last line, a {}, cannot be logged",
                    failure == null ? null : failure.getClass().getName());
        }
    }
}
