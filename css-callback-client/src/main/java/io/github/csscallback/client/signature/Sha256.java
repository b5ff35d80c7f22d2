package io.github.csscallback.client.signature;

import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The two uses of SHA-256 in the signature; every Java platform must offer both. */
final class Sha256 {

    private static final String HMAC = "HmacSHA256";

    private Sha256() {}

    static String hex(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JVM offers no SHA-256", e);
        }
    }

    static byte[] hmac(Key key, byte[] message) {
        return keyed(key).doFinal(message);
    }

    static Mac keyed(Key key) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(key);
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JVM offers no HmacSHA256", e);
        }
    }

    static Key key(byte[] secret) {
        return new SecretKeySpec(secret, HMAC);
    }
}
