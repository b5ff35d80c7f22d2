/**
 * Tests to inherit: {@link io.github.csscallback.receiver.tck.IdempotencyStoreContract} for a delivery log. {@link
 * io.github.csscallback.receiver.tck.SettableClock} is of use in other tests too.
 */
package io.github.csscallback.receiver.tck;
