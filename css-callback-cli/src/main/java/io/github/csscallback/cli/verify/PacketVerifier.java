package io.github.csscallback.cli.verify;

import io.github.csscallback.core.signature.CallbackKeys;
import io.github.csscallback.core.signature.VerificationResult;
import io.github.csscallback.receiver.CallbackReceiver;
import io.github.csscallback.receiver.CallbackRequest;
import io.github.csscallback.receiver.Outcome;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Verifies a packet as it would be verified on arrival: by a receiver. Code of its own would sooner or later give other
 * results.
 */
public final class PacketVerifier {

    /**
     * The result of a verification.
     *
     * @param kind the kind of the result, or UNREADABLE
     * @param why the reason, as a sentence
     * @param keyLabel the label of the key that matched, or null
     * @param t the packet's expiry, or null if unknown
     * @param at the time of the verification
     */
    public record Result(
            String kind,
            String why,
            @Nullable String keyLabel,
            @Nullable Instant t,
            Instant at) {

        boolean valid() {
            return kind.equals(VerificationResult.Kind.VALID.name());
        }

        private static Result of(VerificationResult result) {
            return new Result(result.kind().name(), result.explanation(), result.keyLabel(), result.t(), result.now());
        }
    }

    private final CallbackKeys keys;
    private final Clock clock;

    public PacketVerifier(CallbackKeys keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    public Result verify(byte[] packet) {
        AtomicReference<@Nullable VerificationResult> valid = new AtomicReference<>();
        CallbackReceiver receiver = CallbackReceiver.builder()
                .keys(keys)
                .clock(clock)
                .acceptUntyped() // old packets are kept in files, too
                .otherwise(delivery -> valid.set(delivery.verificationResult()))
                .build();
        Outcome outcome = receiver.receive(CallbackRequest.post("/", packet)).outcome();
        VerificationResult result = outcome.verificationResult() == null ? valid.get() : outcome.verificationResult();
        return result == null
                ? new Result("UNREADABLE", outcome.explanation(), null, null, clock.instant())
                : Result.of(result);
    }
}
