package io.github.csscallback.receiver.idempotency;

/**
 * The answer of a {@link IdempotencyStore} to somebody who wants to handle a delivery. Sealed: a store can answer nothing else.
 */
public sealed interface Claim {

    /**
     * The delivery is yours to handle, until the lease ends. Say {@link IdempotencyStore#markHandled} or {@link IdempotencyStore#release}
     * with the token.
     *
     * @param token proves that this claim is meant, not a later one of the same delivery
     */
    record Acquired(ClaimToken token) implements Claim {}

    /** Somebody is handling it now, under a lease that has not ended. */
    record InProgress() implements Claim {}

    /** It was handled, and is remembered. */
    record AlreadyHandled() implements Claim {}
}
