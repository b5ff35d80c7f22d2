package io.github.csscallback.core.signature;

import io.github.csscallback.core.internal.Digests;
import java.security.DigestException;
import java.security.MessageDigest;

/**
 * {@code MD5(key + digits of t)}, the signature's one formula. For one thread, and one packet after another.
 *
 * @see <a href="https://www.tencentcloud.com/document/product/267/38080">Documentation, intl 38080</a>
 */
final class Md5 {

    static final int LENGTH = 16;

    private final MessageDigest md5 = Digests.of("MD5");
    private final byte[] digest = new byte[LENGTH];

    /** The digest, which the next call overwrites. */
    byte[] of(CallbackKey key, byte[] source, int from, int to) {
        key.feed(md5);
        md5.update(source, from, to - from);
        try {
            md5.digest(digest, 0, LENGTH);
        } catch (DigestException e) {
            throw new IllegalStateException("an MD5 digest has 16 bytes", e);
        }
        return digest;
    }
}
