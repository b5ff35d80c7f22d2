package io.github.csscallback.client.signature;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.csscallback.client.credentials.Credentials;
import io.github.csscallback.core.field.SecretText;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Signs requests to Tencent Cloud's API 3.0 with TC3-HMAC-SHA256. The client uses it; it can be used alone, for any
 * service. It has no nonce: who sees a signed request can repeat it for 5 minutes, so send it over HTTPS only.
 *
 * <p>Action, version, region and token are outside the signature unless they are among the headers to sign. Safe for use
 * by several threads; the derived key of the last secret key is kept for the UTC day.
 *
 * <p>Source: https://cloud.tencent.com/document/api/213/30654
 */
public final class Tc3Signer {

    static final String TERMINATOR = "tc3_request";
    private static final String ALGORITHM = "TC3-HMAC-SHA256";

    private final String service;
    private volatile @Nullable DerivedKey lastKey;

    /**
     * A signer for a service.
     *
     * @param service the product's short name, such as {@code live}; the first label of the public host name, also when
     *     the request goes elsewhere
     */
    public Tc3Signer(String service) {
        this.service = service;
    }

    /**
     * Signs a request.
     *
     * @param request the parts that are signed
     * @param credentials id and key; a token is not part of the signature
     * @param at the time of sending, of which the whole seconds count; the service rejects one more than 5 minutes from
     *     its own
     */
    public Tc3Signature sign(Tc3Request request, Credentials credentials, Instant at) {
        long timestamp = at.getEpochSecond();
        // The date of the timestamp in UTC: with the local date it would fail for hours of each day.
        String date = LocalDate.ofInstant(at, ZoneOffset.UTC).toString();
        String scope = date + "/" + service + "/" + TERMINATOR;
        String signedHeaders = String.join(";", request.headers().keySet());
        String canonicalRequest = canonicalRequest(request, signedHeaders);
        String stringToSign =
                ALGORITHM + "\n" + timestamp + "\n" + scope + "\n" + Sha256.hex(canonicalRequest.getBytes(UTF_8));
        byte[] mac = keyFor(credentials.secretKey(), date).sign(stringToSign);
        String signature = HexFormat.of().formatHex(mac);
        String authorization = ALGORITHM + " Credential=" + credentials.secretId() + "/" + scope + ", SignedHeaders="
                + signedHeaders + ", Signature=" + signature;
        return new Tc3Signature(
                timestamp,
                signedHeaders,
                canonicalRequest,
                scope,
                stringToSign,
                SecretText.of(signature),
                SecretText.of(authorization));
    }

    private static String canonicalRequest(Tc3Request request, String signedHeaders) {
        StringBuilder text = new StringBuilder(320)
                .append(request.method())
                .append('\n')
                .append(request.path())
                .append('\n')
                .append(request.query())
                .append('\n');
        request.headers()
                .forEach((name, value) ->
                        text.append(name).append(':').append(value).append('\n'));
        return text.append('\n')
                .append(signedHeaders)
                .append('\n')
                .append(request.payloadHash())
                .toString();
    }

    DerivedKey keyFor(SecretText secretKey, String date) {
        DerivedKey known = lastKey;
        if (known != null && known.isFor(secretKey, date)) {
            return known;
        }
        DerivedKey derived = DerivedKey.derive(secretKey, date, service);
        lastKey = derived;
        return derived;
    }

    /**
     * The service.
     *
     * @return a short text without any key
     */
    @Override
    public String toString() {
        return "Tc3Signer[" + service + "]";
    }
}
