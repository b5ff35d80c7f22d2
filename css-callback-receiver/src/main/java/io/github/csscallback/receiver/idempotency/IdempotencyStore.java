package io.github.csscallback.receiver.idempotency;

import java.time.Duration;

/**
 * Remembers which events are being handled and which were, so that duplicates are recognized. {@link
 * InMemoryIdempotencyStore} serves a single process; an implementation over a shared database serves several.
 *
 * <p>An implementation must be safe for use by several threads, and {@link #claim} must be atomic: of several claims of one
 * event at the same time exactly one is {@link Claim.Acquired}. It may throw any unchecked exception when its database
 * fails: if a claim fails the receiver responds 503 and calls no handler, so that CSS tries again.
 *
 * <p>The artefact {@code css-callback-receiver-tck} holds the contract as JUnit 5 tests to inherit: {@code
 * io.github.csscallback.receiver.tck.IdempotencyStoreContract}.
 */
public interface IdempotencyStore {

    /**
     * Claims the right to handle an event.
     *
     * @param key the event
     * @param lease how long the claim holds unless it is settled; after that a new claim is {@link Claim.Acquired} again
     * @return {@code Acquired} if nobody holds a claim, {@code InProgress} if another claim is held, {@code AlreadyHandled} if
     *     the event was handled and is remembered
     */
    Claim claim(IdempotencyKey key, Duration lease);

    /**
     * Marks an event as handled, to be remembered for {@link #retention()} from now. Does nothing for a stale token: one whose
     * lease expired and whose event was claimed again since. A token whose lease expired without a new claim is still valid.
     *
     * @param token the token of the claim
     */
    void markHandled(ClaimToken token);

    /**
     * Releases a claim, so that the next one is {@link Claim.Acquired}. Does nothing for a stale token or a handled event.
     *
     * @param token the token of the claim
     */
    void release(ClaimToken token);

    /**
     * Returns how long an event is remembered after {@link #markHandled}. The receiver does not accept a store that forgets
     * an event while its packet is still accepted.
     */
    Duration retention();
}
