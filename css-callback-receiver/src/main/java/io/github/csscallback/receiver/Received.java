package io.github.csscallback.receiver;

import io.github.csscallback.core.event.CallbackEvent;
import io.github.csscallback.core.field.FieldProblem;
import io.github.csscallback.core.signature.VerificationResult;
import io.github.csscallback.receiver.idempotency.IdempotencyKey;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A packet that may be handled: its signature held, or its kind may come without one. */
record Received<E extends CallbackEvent>(
        E event,
        List<FieldProblem> problems,
        @Nullable IdempotencyKey idempotencyKey,
        VerificationResult verificationResult,
        Instant receivedAt,
        CallbackRequest request) {

    DeliverySummary summary() {
        return new DeliverySummary(
                event.type(), event.liveStream(), idempotencyKey, verificationResult.isValid(), receivedAt);
    }
}
