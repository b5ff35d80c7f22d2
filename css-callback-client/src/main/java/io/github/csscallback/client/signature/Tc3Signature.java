package io.github.csscallback.client.signature;

import io.github.csscallback.core.field.SecretText;

/**
 * A signature with the steps that led to it, for comparing them when a service rejects it. Prints neither the signature
 * nor the header. Immutable.
 *
 * @param timestamp the value of X-TC-Timestamp, Unix seconds; it must be sent exactly so
 * @param signedHeaders the names of the headers that are signed
 * @param canonicalRequest the request in canonical form
 * @param credentialScope date, service and terminator
 * @param stringToSign what the derived key signs
 * @param signature the signature, lower-case hex
 * @param authorization the value of the Authorization header
 */
public record Tc3Signature(
        long timestamp,
        String signedHeaders,
        String canonicalRequest,
        String credentialScope,
        String stringToSign,
        SecretText signature,
        SecretText authorization) {}
