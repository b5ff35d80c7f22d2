package io.github.csscallback.receiver;

import io.github.csscallback.core.event.CallbackEvent;
import io.github.csscallback.core.field.FieldProblem;
import io.github.csscallback.core.signature.VerificationResult;
import io.github.csscallback.receiver.idempotency.IdempotencyKey;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One packet of a type that you allowed to come without a signature: <strong>anybody may have sent it</strong>. A type of its
 * own, so that it is not mistaken for a {@link Delivery}. Treat it as a hint and ask the API, or protect its address (a
 * secret path, the sender's network). Immutable and safe for use by several threads.
 *
 * @param <E> the event's record
 */
public final class UnsignedDelivery<E extends CallbackEvent> {

    private final E event;
    private final VerifiedPacket packet;

    UnsignedDelivery(E event, VerifiedPacket packet) {
        this.event = event;
        this.packet = packet;
    }

    /** Returns the event. */
    public E event() {
        return event;
    }

    /**
     * Returns the key that is equal for every delivery of this event. Unsigned deliveries have keys of their own.
     *
     * @return the key; null for 314 without {@code event_time}, of which two cannot be told apart
     */
    public @Nullable IdempotencyKey idempotencyKey() {
        return packet.idempotencyKey();
    }

    /**
     * Returns the result of the verification: absent, or valid if this packet carries a signature although its type may come
     * without one and has no handler for signed events.
     */
    public VerificationResult verificationResult() {
        return packet.verificationResult();
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

    /** Returns a copy of the packet. It may hold secrets: {@code to_url}. */
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

    /** Shows type and idempotency key, for example {@code UnsignedDelivery[328 MonitorEvent, 0f3c...]}; no content. */
    @Override
    public String toString() {
        return "UnsignedDelivery[" + event.type() + ", " + packet.idempotencyKey() + "]";
    }
}
