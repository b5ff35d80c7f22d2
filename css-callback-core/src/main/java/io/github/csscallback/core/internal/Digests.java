package io.github.csscallback.core.internal;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The digests of the security providers, with a clear word where one is missing. */
public final class Digests {

    private Digests() {}

    /**
     * A blank digest.
     *
     * @param algorithm for example {@code SHA-256}
     * @return the digest
     * @throws IllegalStateException if this JVM does not offer the algorithm
     */
    public static MessageDigest of(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(
                    "this JVM offers no " + algorithm + "; a provider with few algorithms may be configured", e);
        }
    }
}
