/** TC3-HMAC-SHA256, the signature of Tencent Cloud's API 3.0; usable alone. Start at {@link
 * io.github.csscallback.client.signature.Tc3Signer}. */
package io.github.csscallback.client.signature;
