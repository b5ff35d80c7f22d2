/**
 * Callback keys and signatures: {@link SignatureVerifier} rejects forged and stale packets, {@link CallbackSigner}
 * signs packets for tests.
 */
package io.github.csscallback.core.signature;
