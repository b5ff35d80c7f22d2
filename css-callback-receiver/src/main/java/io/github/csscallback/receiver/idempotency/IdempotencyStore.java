package io.github.csscallback.receiver.idempotency;

import java.time.Duration;

/**
 * Remembers which deliveries are being handled and which are done, so that a repeat is told from a first delivery. {@link
 * InMemoryIdempotencyStore} is the one for a single process; an implementation over a shared store serves several.
 *
 * <p>An implementation must be safe for use by several threads, and {@link #claim} must be atomic: of two claims of one
 * delivery at the same time exactly one is {@link Claim.Acquired}. It may throw any unchecked exception when its store
 * fails: on a failed claim the receiver answers 503 and dispatches nothing, so that CSS tries again. The artefact
 * {@code css-callback-receiver-tck} has the contract as a test to inherit.
 */
public interface IdempotencyStore {

    /**
     * Asks for the right to handle a delivery.
     *
     * @param id the delivery
     * @param lease how long the claim holds if nothing more is said; after that a new claim is {@link Claim.Acquired} again
     * @return First if nobody has it, InProgress if somebody does, Done if it was handled and is remembered
     */
    Claim claim(IdempotencyKey id, Duration lease);

    /**
     * The delivery was handled: remember it for {@link #retention()}, counted from now. A stale token, one whose lease
     * ended and whose delivery somebody else claimed since, does nothing; a token whose lease ended without a new claim is
     * still good.
     *
     * @param token the token of the claim
     */
    void markHandled(ClaimToken token);

    /**
     * The delivery was not handled: the next claim is {@link Claim.Acquired}. A stale token, and one that is done, does
     * nothing.
     *
     * @param token the token of the claim
     */
    void release(ClaimToken token);

    /**
     * How long a delivery is remembered after {@link #markHandled}. The receiver refuses a log that forgets before a packet has
     * become stale.
     *
     * @return the length of time
     */
    Duration retention();
}
