package io.github.csscallback.core.internal;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A digest that is at hand when it is needed. Asking the security providers for every packet, or copying a blank digest,
 * costs more than the digest of so few bytes; so one is kept, and another is made only when two threads need it at once.
 */
public final class SpareDigest {

    private final String algorithm;
    private final AtomicReference<MessageDigest> spare;

    /**
     * Makes sure that there is one.
     *
     * @param algorithm for example {@code SHA-256}
     * @throws IllegalStateException if this JVM does not offer the algorithm
     */
    public SpareDigest(String algorithm) {
        this.algorithm = algorithm;
        this.spare = new AtomicReference<>(newDigest(algorithm));
    }

    private static MessageDigest newDigest(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(
                    "this JVM offers no " + algorithm + "; a provider with few algorithms may be configured", e);
        }
    }

    /**
     * A blank digest for one thread. Give it back when it is blank again; if it is not, let it go.
     *
     * @return the digest
     */
    public MessageDigest take() {
        MessageDigest taken = spare.getAndSet(null);
        return taken == null ? newDigest(algorithm) : taken;
    }

    /**
     * Keeps a digest for the next one who needs it.
     *
     * @param blank a digest that has been taken here and computed its value
     */
    public void giveBack(MessageDigest blank) {
        spare.set(blank);
    }
}
