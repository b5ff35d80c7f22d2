package io.github.csscallback.client.internal.call;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.csscallback.client.error.CssApiException;
import io.github.csscallback.client.error.ErrorKind;
import io.github.csscallback.client.internal.call.AttemptResult.Effect;
import io.github.csscallback.client.internal.http.RawResponse;
import io.github.csscallback.client.internal.json.Json;
import io.github.csscallback.client.internal.json.ResponseMembers;
import io.github.csscallback.client.internal.json.UnreadableJsonException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads a response. The API reports success and failure alike with status 200 and an object {@code Response}; anything else
 * comes from an intermediary, and then the effect on the service is unknown.
 */
final class ResponseReader {

    /** From this number on, the codes of the old gateway mean trouble of its own. */
    private static final long FIRST_SERVER_SIDE_CODE = 5000;

    private ResponseReader() {}

    static AttemptResult read(ApiCall call, RawResponse rawResponse, SecretRedactor masking) {
        int status = rawResponse.status();
        if (rawResponse.body().length == 0) {
            return bad(call, rawResponse, "is empty");
        }
        ObjectNode envelope;
        try {
            envelope = Json.read(rawResponse.body());
        } catch (UnreadableJsonException e) {
            return bad(call, rawResponse, "is " + e.getMessage());
        }
        ObjectNode response = ResponseMembers.object(envelope, "Response");
        if (response == null) {
            return oldGateway(call, rawResponse, envelope, masking);
        }
        ObjectNode error = ResponseMembers.object(response, "Error");
        if (error != null) {
            String code = Objects.requireNonNullElse(masking.mask(ResponseMembers.text(error, "Code")), "");
            return rejection(
                    call,
                    code,
                    masking.mask(ResponseMembers.text(error, "Message")),
                    masking.mask(ResponseMembers.text(response, "RequestId")),
                    status,
                    ErrorCodes.effect(call.action(), code),
                    date(rawResponse));
        }
        return status == 200
                ? new AttemptResult.Success(response)
                : bad(call, rawResponse, "has another status than 200");
    }

    /** {@code {"code":4100,"message":"...","codeDesc":"..."}}, which an old gateway still sends now and then. */
    private static AttemptResult oldGateway(
            ApiCall call, RawResponse rawResponse, ObjectNode envelope, SecretRedactor masking) {
        Long number = ResponseMembers.number(envelope, "code");
        if (number == null || number == 0) {
            return bad(call, rawResponse, "has no member Response");
        }
        String name = masking.mask(ResponseMembers.nonEmptyText(envelope, "codeDesc"));
        return rejection(
                call,
                name != null ? name : number.toString(),
                masking.mask(ResponseMembers.text(envelope, "message")),
                null,
                rawResponse.status(),
                number < FIRST_SERVER_SIDE_CODE ? Effect.REJECTED : Effect.UNKNOWN,
                date(rawResponse));
    }

    private static AttemptResult rejection(
            ApiCall call,
            String code,
            @Nullable String message,
            @Nullable String requestId,
            int status,
            Effect effect,
            @Nullable Instant serverTime) {
        ErrorKind kind = ErrorCodes.kind(code);
        String text = call.action() + ": " + (code.isEmpty() ? "error without a code" : code) + ": "
                + Objects.requireNonNullElse(message, "no message")
                + (requestId == null ? "" : " (request id " + requestId + ")") + advice(kind);
        return new AttemptResult.Failure(
                new CssApiException(
                        text,
                        new CssApiException.Details(
                                kind,
                                call.action(),
                                code.isEmpty() ? null : code,
                                message,
                                requestId,
                                status,
                                List.of()),
                        null),
                effect,
                serverTime);
    }

    private static String advice(ErrorKind kind) {
        return switch (kind) {
            case IN_USE -> "; unbind it from every push domain and path first";
            case CLOCK_SKEW -> "; this machine's clock is more than 5 minutes from the service's: set it";
            case UNAUTHENTICATED -> "; check secret id, key and token, and that they belong to this site";
            case FORBIDDEN -> "; the credentials need the CAM permission for this action";
            case ACCOUNT_STATE -> "; look at the state of the live service in the console";
            default -> "";
        };
    }

    private static AttemptResult bad(ApiCall call, RawResponse rawResponse, String what) {
        int status = rawResponse.status();
        String type = rawResponse.headers().firstValue("content-type").orElse("");
        String text = call.action() + ": the response (HTTP " + status
                + (type.matches("[a-zA-Z0-9.+-]{1,40}/[a-zA-Z0-9.+-]{1,40}.*") ? ", " + type.split(";", 2)[0] : "")
                + ") " + what + "; the service always responds with 200 and JSON: check the endpoint and any proxy"
                + " or gateway in between";
        ErrorKind kind = status == 429 ? ErrorKind.RATE_LIMITED : ErrorKind.BAD_RESPONSE;
        return new AttemptResult.Failure(
                new CssApiException(
                        text,
                        new CssApiException.Details(kind, call.action(), null, null, null, status, List.of()),
                        null),
                effect(status),
                date(rawResponse));
    }

    /** A redirect or a rejection by a proxy never reached the service; 408 and 429 may have cost a request half its way. */
    private static Effect effect(int status) {
        boolean rejected = status >= 300 && status < 500 && status != 408 && status != 429;
        return rejected ? Effect.REJECTED : Effect.UNKNOWN;
    }

    private static @Nullable Instant date(RawResponse rawResponse) {
        try {
            return rawResponse
                    .headers()
                    .firstValue("date")
                    .map(text -> ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant())
                    .orElse(null);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
