package io.github.csscallback.receiver;

import io.github.csscallback.core.event.CallbackEvent;
import io.github.csscallback.core.field.FieldProblem;
import io.github.csscallback.receiver.idempotency.IdempotencyKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One packet that carries no signature, of a kind that you allowed to: <strong>anybody may have sent it</strong>. A type of
 * its own, so that it cannot be taken for a {@link Delivery} by mistake. Treat it as a hint and ask the API, or protect
 * its address (a secret path, the sender's network). Immutable and safe for use by several threads.
 *
 * @param <E> the event's record
 */
public final class UnsignedDelivery<E extends CallbackEvent> {

    private final Received<E> received;

    UnsignedDelivery(Received<E> received) {
        this.received = received;
    }

    /**
     * The event that the packet claims.
     *
     * @return the event
     */
    public E event() {
        return received.event();
    }

    /**
     * The identity by which a repeat of this delivery is told, in a space apart from that of signed ones.
     *
     * @return the identity; empty for 314 without {@code event_time}, which cannot be told from another
     */
    public Optional<IdempotencyKey> idempotencyKey() {
        return Optional.ofNullable(received.idempotencyKey());
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
     * The bytes of the packet. They may hold secrets: {@code to_url}.
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
     * @return for example {@code UnsignedDelivery[328 MonitorEvent, 0f3c...]}
     */
    @Override
    public String toString() {
        return "UnsignedDelivery[" + received.event().type() + ", " + received.idempotencyKey() + "]";
    }
}
