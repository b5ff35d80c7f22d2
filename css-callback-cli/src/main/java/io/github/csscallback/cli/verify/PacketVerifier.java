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
 * Judges one packet the way it would be judged on arrival: by handing it to a receiver. Anything of its own would sooner or
 * later judge differently.
 */
public final class PacketVerifier {

    /**
     * What was found.
     *
     * @param kind the verdict's kind, or UNREADABLE
     * @param why the same as a sentence
     * @param keyLabel which key matched, or null
     * @param t the packet's expiry, or null if unknown
     * @param at the time of the judgement
     */
    public record Judgement(
            String kind,
            String why,
            @Nullable String keyLabel,
            @Nullable Instant t,
            Instant at) {

        boolean valid() {
            return kind.equals(VerificationResult.Kind.VALID.name());
        }

        private static Judgement of(VerificationResult verdict) {
            return new Judgement(
                    verdict.kind().name(), verdict.explanation(), verdict.keyLabel(), verdict.t(), verdict.now());
        }
    }

    private final CallbackKeys keys;
    private final Clock clock;

    public PacketVerifier(CallbackKeys keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    public Judgement judge(byte[] packet) {
        AtomicReference<@Nullable VerificationResult> valid = new AtomicReference<>();
        CallbackReceiver receiver = CallbackReceiver.builder()
                .keys(keys)
                .clock(clock)
                .acceptUntyped() // old packets are kept in files, too
                .otherwise(delivery -> valid.set(delivery.verificationResult()))
                .build();
        Outcome outcome = receiver.receive(CallbackRequest.post("/", packet)).outcome();
        VerificationResult verdict = outcome.verificationResult() == null ? valid.get() : outcome.verificationResult();
        return verdict == null
                ? new Judgement("UNREADABLE", outcome.explanation(), null, null, clock.instant())
                : Judgement.of(verdict);
    }
}
