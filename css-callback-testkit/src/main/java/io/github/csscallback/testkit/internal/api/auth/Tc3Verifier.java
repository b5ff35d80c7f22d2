package io.github.csscallback.testkit.internal.api.auth;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.csscallback.testkit.internal.api.message.ApiErrorException;
import io.github.csscallback.testkit.internal.api.message.ApiRequest;
import io.github.csscallback.testkit.internal.api.message.ErrorCode;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Objects;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Verifies the TC3-HMAC-SHA256 signature of a request as the service does. Written from the documentation and sharing
 * no code with the client's signer, so that a mistake in either is found. Safe for use by several threads.
 *
 * @see <a href="https://cloud.tencent.com/document/api/213/30654">Signature method v3</a>
 */
public final class Tc3Verifier {

    /** The greatest difference between the timestamp of a request and the server's time. */
    public static final Duration WINDOW = Duration.ofMinutes(5);

    private static final String UNSIGNED_PAYLOAD = "UNSIGNED-PAYLOAD";
    private static final String HMAC = "HmacSHA256";

    private final String service;
    private final String secretId;
    private final String secretKey;
    private final @Nullable String token;
    private final Clock clock;

    public Tc3Verifier(String service, String secretId, String secretKey, @Nullable String token, Clock clock) {
        this.service = service;
        this.secretId = secretId;
        this.secretKey = secretKey;
        this.token = token;
        this.clock = clock;
    }

    /**
     * Verifies a request.
     *
     * @throws ApiErrorException if it is rejected: with a code of the family AuthFailure, or that of a missing header
     */
    public void check(ApiRequest request) {
        Authorization authorization = Authorization.parse(request.header("authorization"));
        checkService(request, authorization.service());
        if (!equal(authorization.secretId(), secretId)) {
            throw new ApiErrorException(
                    ErrorCode.SECRET_ID_NOT_FOUND,
                    "there is no such SecretId; this simulated API takes the one it was made with alone");
        }
        String timestamp = request.requiredHeader("x-tc-timestamp");
        Instant time = time(timestamp);
        checkWindow(time);
        if (!authorization
                .date()
                .equals(LocalDate.ofInstant(time, ZoneOffset.UTC).toString())) {
            throw new ApiErrorException(
                    ErrorCode.SIGNATURE_FAILURE,
                    "the date in the credential scope is not the date of x-tc-timestamp in UTC");
        }
        String stringToSign = Authorization.ALGORITHM + "\n" + timestamp + "\n" + authorization.scope() + "\n"
                + hexHash(canonicalRequest(request, authorization).getBytes(UTF_8));
        if (!MessageDigest.isEqual(sign(authorization, stringToSign), authorization.signature())) {
            throw new ApiErrorException(
                    ErrorCode.SIGNATURE_FAILURE,
                    "the signature does not fit: another SecretKey, or the request is not what was signed");
        }
        checkToken(request.header("x-tc-token"));
    }

    /**
     * Accepts the service {@code live}, and what the official client derives from an endpoint on this machine: the text
     * before the first dot.
     */
    private void checkService(ApiRequest request, String signed) {
        String host = Objects.requireNonNullElse(request.header("host"), "");
        if (!signed.equals(service) && !signed.equals(host.split("\\.", 2)[0])) {
            throw Authorization.malformed("the credential scope must name the service " + service);
        }
    }

    private static Instant time(String text) {
        if (!text.matches("[0-9]{1,11}")) {
            throw new ApiErrorException(
                    ErrorCode.INVALID_PARAMETER, "x-tc-timestamp must be the Unix time in whole seconds");
        }
        return Instant.ofEpochSecond(Long.parseLong(text));
    }

    private void checkWindow(Instant time) {
        long apart = Math.abs(clock.instant().getEpochSecond() - time.getEpochSecond());
        if (apart > WINDOW.toSeconds()) {
            throw new ApiErrorException(
                    ErrorCode.SIGNATURE_EXPIRE,
                    "x-tc-timestamp is " + apart + " seconds from the server's time; " + WINDOW.toSeconds()
                            + " are allowed");
        }
    }

    private static String canonicalRequest(ApiRequest request, Authorization authorization) {
        StringBuilder text = new StringBuilder(320)
                .append(request.method())
                .append('\n')
                .append(request.target().getRawPath())
                .append('\n')
                .append(Objects.requireNonNullElse(request.target().getRawQuery(), ""))
                .append('\n');
        for (String name : authorization.signedHeaders()) {
            String value = request.header(name);
            if (value == null) {
                throw new ApiErrorException(
                        ErrorCode.SIGNATURE_FAILURE, "the header " + name + " is among SignedHeaders and was not sent");
            }
            text.append(name).append(':').append(value.toLowerCase(Locale.ROOT)).append('\n');
        }
        boolean unsigned = UNSIGNED_PAYLOAD.equals(request.header("x-tc-content-sha256"));
        return text.append('\n')
                .append(String.join(";", authorization.signedHeaders()))
                .append('\n')
                .append(hexHash(unsigned ? UNSIGNED_PAYLOAD.getBytes(UTF_8) : request.body()))
                .toString();
    }

    private byte[] sign(Authorization authorization, String stringToSign) {
        byte[] ofDate = hmac(("TC3" + secretKey).getBytes(UTF_8), authorization.date());
        byte[] ofService = hmac(ofDate, authorization.service());
        return hmac(hmac(ofService, "tc3_request"), stringToSign);
    }

    private void checkToken(@Nullable String sent) {
        if (!equal(Objects.requireNonNullElse(sent, ""), Objects.requireNonNullElse(token, ""))) {
            throw new ApiErrorException(
                    ErrorCode.TOKEN_FAILURE,
                    token == null
                            ? "x-tc-token was sent, and the credentials are permanent"
                            : "x-tc-token is missing or not that of the credentials");
        }
    }

    private static boolean equal(String sent, String right) {
        return MessageDigest.isEqual(sent.getBytes(UTF_8), right.getBytes(UTF_8));
    }

    private static String hexHash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key, HMAC));
            return mac.doFinal(text.getBytes(UTF_8));
        } catch (InvalidKeyException e) {
            throw new IllegalStateException("a key is never empty", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + HMAC, e);
        }
    }
}
