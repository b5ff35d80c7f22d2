package io.github.csscallback.client.signature;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.csscallback.core.event.SecretText;
import java.security.Key;

/**
 * The key that signs for one secret key, day and service. It takes three HMACs to derive, so it is kept for the day.
 *
 * @param secretKey what it is derived from
 * @param date the UTC date, yyyy-MM-dd
 * @param service the product
 * @param key the derived key
 */
record DerivedKey(SecretText secretKey, String date, String service, Key key) {

    static DerivedKey derive(SecretText secretKey, String date, String service) {
        byte[] ofDate = ofDate(secretKey, date);
        byte[] ofService = next(ofDate, service);
        return new DerivedKey(secretKey, date, service, Sha256.key(next(ofService, Tc3Signer.TERMINATOR)));
    }

    static byte[] ofDate(SecretText secretKey, String date) {
        return next(("TC3" + secretKey.reveal()).getBytes(UTF_8), date);
    }

    static byte[] next(byte[] key, String message) {
        return Sha256.hmac(Sha256.key(key), message.getBytes(UTF_8));
    }

    boolean isFor(SecretText otherKey, String otherDate) {
        return date.equals(otherDate) && secretKey.equals(otherKey);
    }

    @Override
    public String toString() {
        return "DerivedKey[" + date + ", " + service + ", ***]";
    }
}
