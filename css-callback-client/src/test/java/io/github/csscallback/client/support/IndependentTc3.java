package io.github.csscallback.client.support;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The signature once more, straight from the documentation and sharing no code with the signer. */
final class IndependentTc3 {

    private IndependentTc3() {}

    static String authorization(
            String secretId, String secretKey, Map<String, String> received, String signedHeaders, byte[] body) {
        StringBuilder headers = new StringBuilder();
        for (String name : signedHeaders.split(";", -1)) {
            headers.append(name + ":" + received.getOrDefault(name, "").toLowerCase(Locale.ROOT) + "\n");
        }
        String canonical = "POST\n/\n\n" + headers + "\n" + signedHeaders + "\n" + sha256(body);
        String timestamp = received.getOrDefault("x-tc-timestamp", "");
        String date = Instant.ofEpochSecond(Long.parseLong(timestamp))
                .atZone(ZoneOffset.UTC)
                .toLocalDate()
                .toString();
        String scope = date + "/live/tc3_request";
        String toSign = "TC3-HMAC-SHA256\n" + timestamp + "\n" + scope + "\n" + sha256(canonical.getBytes(UTF_8));
        byte[] key = hmac(hmac(hmac(("TC3" + secretKey).getBytes(UTF_8), date), "live"), "tc3_request");
        return "TC3-HMAC-SHA256 Credential=" + secretId + "/" + scope + ", SignedHeaders=" + signedHeaders
                + ", Signature=" + HexFormat.of().formatHex(hmac(key, toSign));
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
