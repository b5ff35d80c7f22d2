/**
 * The callback key and what is signed with it: {@link io.github.csscallback.core.signature.SignatureVerifier} tells a
 * genuine packet from others, {@link io.github.csscallback.core.signature.CallbackSigner} signs packets for tests.
 */
package io.github.csscallback.core.signature;
