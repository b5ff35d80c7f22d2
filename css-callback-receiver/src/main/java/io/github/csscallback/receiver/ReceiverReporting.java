package io.github.csscallback.receiver;

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
 * Reports outcomes to the log and to the listener; neither can fail a request. Rejections are logged as warnings at most once
 * a minute for each reason, since strangers can cause any number of them.
 */
final class ReceiverReporting {

    private static final Duration WARNING_INTERVAL = Duration.ofMinutes(1);

    private final Logger log = LoggerFactory.getLogger(CallbackReceiver.class);
    private final @Nullable CallbackListener listener;
    private final Clock clock;
    private final Map<Reason, Instant> lastWarnings = new HashMap<>();

    /** Finer than the outcome's kind: packets of strangers must not silence the warning that a clock or a key is wrong. */
    private record Reason(Outcome.Kind kind, VerificationResult.@Nullable Kind verification) {

        static Reason of(Outcome outcome) {
            VerificationResult verificationResult = outcome.verificationResult();
            return new Reason(outcome.kind(), verificationResult == null ? null : verificationResult.kind());
        }
    }

    ReceiverReporting(@Nullable CallbackListener listener, Clock clock) {
        this.listener = listener;
        this.clock = clock;
    }

    /** Returns the monotonic time; 0 without a listener, which alone uses it. */
    long nanoTime() {
        return listener == null ? 0 : System.nanoTime();
    }

    void handled(VerifiedPacket packet, long startNanos) {
        log.debug("handled {} {}", packet.event().type(), packet.idempotencyKey());
        if (listener != null) {
            Timings timings = Timings.between(packet.arrivalNanos(), startNanos, System.nanoTime());
            notifyListener(l -> l.handled(packet.summary(), timings));
        }
    }

    void duplicate(VerifiedPacket packet) {
        log.debug("duplicate, not handled again: {} {}", packet.event().type(), packet.idempotencyKey());
        notifyListener(l -> l.duplicate(packet.summary()));
    }

    void rejected(Outcome outcome, int size, @Nullable String remoteAddress) {
        String sender = remoteAddress == null ? "an unknown address" : remoteAddress;
        if (mayWarn(Reason.of(outcome))) {
            warn(
                    outcome.failure(),
                    "rejected {} bytes from {}: {} (more of these within a minute are logged at debug)",
                    size,
                    sender,
                    outcome.explanation());
        } else {
            log.debug("rejected {} bytes from {}: {}", size, sender, outcome.explanation());
        }
        notifyListener(l -> l.rejected(new Rejection(outcome, size, remoteAddress)));
    }

    void failed(VerifiedPacket packet, Outcome outcome) {
        String message = "not handled {} {}: {}";
        Object[] arguments = {packet.event().type(), packet.idempotencyKey(), outcome.explanation()};
        switch (outcome.kind()) {
            case IN_PROGRESS -> log.debug(message, arguments);
            case TRY_AGAIN_LATER -> log.info(message, arguments);
            default -> warn(outcome.failure(), message, arguments);
        }
        notifyListener(l -> l.failed(packet.summary(), outcome));
    }

    void storeFailed(VerifiedPacket packet, Throwable failure) {
        warn(
                failure,
                "handled {} {}, but the idempotency store failed: a duplicate will be handled again",
                packet.event().type(),
                packet.idempotencyKey());
        notifyListener(l -> l.storeFailed(packet.summary(), failure));
    }

    void responderFailed(CallbackResponse response, Throwable failure) {
        warn(
                failure,
                "the responder threw on {}; the sender may have no response, and CSS would send the event again",
                response);
    }

    private boolean mayWarn(Reason reason) {
        Instant now = clock.instant();
        synchronized (lastWarnings) {
            Instant last = lastWarnings.get(reason);
            if (last != null && now.isBefore(last.plus(WARNING_INTERVAL))) {
                return false;
            }
            lastWarnings.put(reason, now);
            return true;
        }
    }

    private void notifyListener(Consumer<CallbackListener> notification) {
        if (listener != null) {
            try {
                notification.accept(listener);
            } catch (Throwable e) { // the user's code; it must not change the outcome
                warn(e, "the callback listener threw; the delivery is not affected");
            }
        }
    }

    /** Logging an exception of somebody else's runs its code, so it may throw too. */
    private void warn(@Nullable Throwable failure, String message, @Nullable Object... arguments) {
        try {
            log.atWarn().setCause(failure).log(message, arguments);
        } catch (Throwable e) {
            log.warn(message, arguments);
            log.warn(
                    "the exception of the previous line, a {}, cannot be logged",
                    failure == null ? null : failure.getClass().getName());
        }
    }
}
