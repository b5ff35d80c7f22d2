/**
 * How duplicates are recognized: the idempotency key of an event, and the store that remembers handled events. Implement {@link
 * io.github.csscallback.receiver.idempotency.IdempotencyStore} to share it between processes.
 */
package io.github.csscallback.receiver.idempotency;
