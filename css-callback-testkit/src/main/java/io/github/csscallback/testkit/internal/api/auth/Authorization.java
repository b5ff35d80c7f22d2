package io.github.csscallback.testkit.internal.api.auth;

import io.github.csscallback.testkit.internal.api.message.ApiErrorException;
import io.github.csscallback.testkit.internal.api.message.ErrorCode;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The parsed Authorization header of TC3-HMAC-SHA256. Its string contains no signature. */
public final class Authorization {

    public static final String ALGORITHM = "TC3-HMAC-SHA256";

    private static final String SECRET_ID = "[\\x21-\\x7e&&[^/,]]{1,128}";

    private static final Pattern FORM = Pattern.compile(ALGORITHM
            + " Credential=(" + SECRET_ID + ")/([0-9]{4}-[0-9]{2}-[0-9]{2})/([A-Za-z0-9:\\[\\]-]{1,64})/tc3_request"
            + ", SignedHeaders=([a-z0-9-]{1,64}(?:;[a-z0-9-]{1,64}){0,63})"
            + ", Signature=([0-9a-f]{64})");

    private final String secretId;
    private final String date;
    private final String service;
    private final List<String> signedHeaders;
    private final byte[] signature;

    private Authorization(Matcher matched) {
        this.secretId = matched.group(1);
        this.date = matched.group(2);
        this.service = matched.group(3);
        this.signedHeaders = List.of(matched.group(4).split(";", -1));
        this.signature = HexFormat.of().parseHex(matched.group(5));
    }

    public static boolean isSecretId(String text) {
        return text.matches(SECRET_ID);
    }

    public static Authorization parse(@Nullable String header) {
        if (header == null) {
            throw malformed("the header authorization is missing; the request is not signed");
        }
        Matcher matcher = FORM.matcher(header);
        if (!matcher.matches()) {
            throw malformed("the header authorization is not of the form " + ALGORITHM
                    + " Credential=SecretId/date/service/tc3_request, SignedHeaders=names, Signature=hex");
        }
        Authorization authorization = new Authorization(matcher);
        authorization.checkSignedHeaders();
        return authorization;
    }

    private void checkSignedHeaders() {
        List<String> sorted = signedHeaders.stream().sorted().distinct().toList();
        if (!sorted.equals(signedHeaders)) {
            throw malformed("SignedHeaders must be sorted and name no header twice");
        }
        if (!signedHeaders.contains("content-type") || !signedHeaders.contains("host")) {
            throw malformed("SignedHeaders must name content-type and host");
        }
    }

    public static ApiErrorException malformed(String message) {
        return new ApiErrorException(ErrorCode.INVALID_AUTHORIZATION, message);
    }

    public String secretId() {
        return secretId;
    }

    public String date() {
        return date;
    }

    public String service() {
        return service;
    }

    public List<String> signedHeaders() {
        return signedHeaders;
    }

    public byte[] signature() {
        return signature.clone();
    }

    public String scope() {
        return date + "/" + service + "/tc3_request";
    }
}
