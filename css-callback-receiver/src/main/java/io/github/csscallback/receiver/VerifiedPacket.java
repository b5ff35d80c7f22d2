package io.github.csscallback.receiver;

import io.github.csscallback.core.event.CallbackEvent;
import io.github.csscallback.core.field.FieldProblem;
import io.github.csscallback.core.signature.VerificationResult;
import io.github.csscallback.receiver.idempotency.IdempotencyKey;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A packet that may be handled: its signature is valid, or its type is allowed without one.
 *
 * @param arrivalNanos the monotonic time of arrival, for {@link Timings}
 */
record VerifiedPacket(
        CallbackEvent event,
        List<FieldProblem> problems,
        @Nullable IdempotencyKey idempotencyKey,
        VerificationResult verificationResult,
        Instant receivedAt,
        long arrivalNanos,
        CallbackRequest request)
        implements Intake {

    DeliverySummary summary() {
        return new DeliverySummary(
                event.type(), event.liveStream(), idempotencyKey, verificationResult.isValid(), receivedAt);
    }
}
