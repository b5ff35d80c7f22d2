package io.github.csscallback.core.signature;

import io.github.csscallback.core.internal.Digests;
import java.security.MessageDigest;

/** {@code MD5(key + digits of t)}, the signature's one formula (intl 38080). */
final class Md5 {

    static final int LENGTH = 16;

    private Md5() {}

    static MessageDigest newDigest() {
        return Digests.of("MD5");
    }

    static byte[] of(MessageDigest md5, CallbackKey key, byte[] source, int from, int to) {
        key.feed(md5);
        md5.update(source, from, to - from);
        return md5.digest();
    }
}
