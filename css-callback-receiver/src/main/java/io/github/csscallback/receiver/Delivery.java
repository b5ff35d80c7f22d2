package io.github.csscallback.receiver;

import io.github.csscallback.core.event.CallbackEvent;
import io.github.csscallback.core.field.FieldProblem;
import io.github.csscallback.core.signature.VerificationResult;
import io.github.csscallback.receiver.idempotency.IdempotencyKey;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One packet with a valid signature, and its event. Immutable and safe for use by several threads.
 *
 * <p>The signature covers the packet's {@code t}, not its content: see {@link
 * io.github.csscallback.core.signature.SignatureVerifier}.
 *
 * @param <E> the event's record
 */
public final class Delivery<E extends CallbackEvent> {

    private final E event;
    private final VerifiedPacket packet;

    Delivery(E event, VerifiedPacket packet) {
        this.event = event;
        this.packet = packet;
    }

    /** Returns the event. */
    public E event() {
        return event;
    }

    /**
     * Returns the key that is equal for every delivery of this event. Store your results under it, so that handling an event twice
     * changes nothing.
     *
     * @return the key; null for 314 without {@code event_time}, of which two cannot be told apart
     */
    public @Nullable IdempotencyKey idempotencyKey() {
        return packet.idempotencyKey();
    }

    /** Returns the result of the verification, which is valid. */
    public VerificationResult verificationResult() {
        return packet.verificationResult();
    }

    /** Returns the label of the key that matched, or null if your keys have none. */
    public @Nullable String keyLabel() {
        return packet.verificationResult().keyLabel();
    }

    /** Returns when the request arrived, by the adapter's clock if it gave a time, otherwise by the receiver's. */
    public Instant receivedAt() {
        return packet.receivedAt();
    }

    /** Returns path and query of the request as they came, with a secret path if you use one. */
    public String target() {
        return packet.request().target();
    }

    /** Returns the peer's address, or null if the adapter gave none. */
    public @Nullable String remoteAddress() {
        return packet.request().remoteAddress();
    }

    /** Returns a copy of the packet. It holds secrets: {@code sign}, {@code stream_param}. */
    public byte[] body() {
        return packet.request().body().clone();
    }

    /**
     * Returns the members that do not have the documented form, so that a component of the event is absent; unmodifiable and
     * nearly always empty.
     */
    public List<FieldProblem> problems() {
        return packet.problems();
    }

    /** Shows type and idempotency key, for example {@code Delivery[100 RecordEvent, 0f3c...]}; no content. */
    @Override
    public String toString() {
        return "Delivery[" + event.type() + ", " + packet.idempotencyKey() + "]";
    }
}
