package io.github.csscallback.receiver.idempotency;

/**
 * Identifies one claim of one event.
 *
 * @param key the event
 * @param number differs from that of every earlier and later claim of the event in the same store
 */
public record ClaimToken(IdempotencyKey key, long number) {}
