package io.github.csscallback.receiver;

import io.github.csscallback.core.event.CallbackEvent;
import io.github.csscallback.core.field.FieldProblem;
import io.github.csscallback.core.signature.VerificationResult;
import io.github.csscallback.receiver.idempotency.IdempotencyKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One packet whose signature held, with its event. Immutable and safe for use by several threads.
 *
 * <p>The signature covers the packet's {@code t}, not its content: see {@link
 * io.github.csscallback.core.signature.SignatureVerifier}.
 *
 * @param <E> the event's record
 */
public final class Delivery<E extends CallbackEvent> {

    private final Received<E> received;

    Delivery(Received<E> received) {
        this.received = received;
    }

    /**
     * The event.
     *
     * @return the event
     */
    public E event() {
        return received.event();
    }

    /**
     * The identity by which a repeat of this delivery is told. Use it as the key of what you store, so that handling twice
     * changes nothing.
     *
     * @return the identity; empty for 314 without {@code event_time}, which cannot be told from another
     */
    public Optional<IdempotencyKey> idempotencyKey() {
        return Optional.ofNullable(received.idempotencyKey());
    }

    /**
     * What the verifier found.
     *
     * @return a valid verificationResult
     */
    public VerificationResult verificationResult() {
        return received.verificationResult();
    }

    /**
     * The label of the key that matched.
     *
     * @return the label; empty if your keys have none
     */
    public Optional<String> keyLabel() {
        return Optional.ofNullable(received.verificationResult().keyLabel());
    }

    /**
     * When the request came.
     *
     * @return the time, by the receiver's clock or the adapter's
     */
    public Instant receivedAt() {
        return received.receivedAt();
    }

    /**
     * Path and query that it was sent to.
     *
     * @return the target as it came; a secret path is in it
     */
    public String target() {
        return received.request().target();
    }

    /**
     * Who sent it.
     *
     * @return the peer's address, or null if the adapter did not say
     */
    public @Nullable String remoteAddress() {
        return received.request().remoteAddress();
    }

    /**
     * The bytes of the packet. They hold secrets: {@code sign}, {@code stream_param}.
     *
     * @return a new copy
     */
    public byte[] body() {
        return received.request().body().clone();
    }

    /**
     * Members that were there but did not have the documented form, so that a component of the event is missing.
     *
     * @return an unmodifiable list, nearly always empty
     */
    public List<FieldProblem> problems() {
        return received.problems();
    }

    /**
     * The kind and the identity; nothing of the content.
     *
     * @return for example {@code Delivery[100 RecordEvent, 0f3c...]}
     */
    @Override
    public String toString() {
        return "Delivery[" + received.event().type() + ", " + received.idempotencyKey() + "]";
    }
}
