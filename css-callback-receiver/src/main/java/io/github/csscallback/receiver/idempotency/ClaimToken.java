package io.github.csscallback.receiver.idempotency;

/**
 * One claim of one delivery.
 *
 * @param id the delivery
 * @param number tells this claim from every earlier and later one of the same delivery in the same log
 */
public record ClaimToken(IdempotencyKey id, long number) {}
