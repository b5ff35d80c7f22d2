package io.github.csscallback.core.signature;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** {@code MD5(key + digits of t)}, the signature's one formula (intl 38080). */
final class Md5 {

    static final int LENGTH = 16;

    private Md5() {}

    static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(
                    "this JVM offers no MD5, which CSS signs with; a FIPS-only provider may be configured", e);
        }
    }

    static byte[] of(MessageDigest md5, CallbackKey key, byte[] digits) {
        key.feed(md5);
        return md5.digest(digits);
    }
}
