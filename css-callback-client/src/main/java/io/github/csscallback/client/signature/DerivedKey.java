package io.github.csscallback.client.signature;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.csscallback.core.field.SecretText;
import java.security.Key;
import javax.crypto.Mac;

/**
 * The key that signs for one secret key, day and service. It takes three HMACs to derive, so it is kept for the day.
 *
 * @param secretKey what it is derived from
 * @param date the UTC date, yyyy-MM-dd
 * @param key the derived key
 * @param keyed a MAC that has the key; only copies of it are used
 */
record DerivedKey(SecretText secretKey, String date, String service, Key key, Mac keyed) {

    static DerivedKey derive(SecretText secretKey, String date, String service) {
        byte[] ofDate = ofDate(secretKey, date);
        byte[] ofService = next(ofDate, service);
        Key key = Sha256.key(next(ofService, Tc3Signer.TERMINATOR));
        return new DerivedKey(secretKey, date, service, key, Sha256.keyed(key));
    }

    static byte[] ofDate(SecretText secretKey, String date) {
        return next(("TC3" + secretKey.reveal()).getBytes(UTF_8), date);
    }

    static byte[] next(byte[] key, String message) {
        return Sha256.hmac(Sha256.key(key), message.getBytes(UTF_8));
    }

    /** Copying the MAC costs less than looking one up and keying it, where a provider can copy its own. */
    byte[] sign(String text) {
        byte[] message = text.getBytes(UTF_8);
        try {
            return ((Mac) keyed.clone()).doFinal(message);
        } catch (CloneNotSupportedException e) {
            return Sha256.hmac(key, message);
        }
    }

    boolean isFor(SecretText otherKey, String otherDate) {
        return date.equals(otherDate) && secretKey.equals(otherKey);
    }

    @Override
    public String toString() {
        return "DerivedKey[" + date + ", " + service + ", ***]";
    }
}
