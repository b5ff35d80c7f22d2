/**
 * How a repeat is told from a first delivery: the identity of a delivery, and the log that remembers it. Implement {@link
 * io.github.csscallback.receiver.idempotency.IdempotencyStore} to share the memory among several processes.
 */
package io.github.csscallback.receiver.idempotency;
