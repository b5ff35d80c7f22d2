package io.github.csscallback.receiver.idempotency;

/** The result of {@link IdempotencyStore#claim}. Sealed: there are no others. */
public sealed interface Claim {

    /**
     * The caller may handle the event until the lease expires, and then calls {@link IdempotencyStore#markHandled} or {@link
     * IdempotencyStore#release}.
     *
     * @param token identifies this claim, as opposed to a later one of the same event
     */
    record Acquired(ClaimToken token) implements Claim {}

    /** Another claim of the event is held under a lease that has not expired. */
    record InProgress() implements Claim {}

    /** The event was handled and is remembered. */
    record AlreadyHandled() implements Claim {}
}
