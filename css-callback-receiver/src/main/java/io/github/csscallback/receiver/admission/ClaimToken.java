package io.github.csscallback.receiver.admission;

/**
 * One claim of one delivery.
 *
 * @param id the delivery
 * @param number tells this claim from every earlier and later one of the same delivery in the same log
 */
public record ClaimToken(DeliveryId id, long number) {}
