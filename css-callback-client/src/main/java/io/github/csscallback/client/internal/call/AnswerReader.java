package io.github.csscallback.client.internal.call;

import io.github.csscallback.client.error.CssApiException;
import io.github.csscallback.client.error.ErrorKind;
import io.github.csscallback.client.internal.call.Outcome.Effect;
import io.github.csscallback.client.internal.http.RawAnswer;
import io.github.csscallback.client.internal.json.Fields;
import io.github.csscallback.client.internal.json.FieldsReader;
import io.github.csscallback.client.internal.json.UnreadableJsonException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Reads an answer. The API answers success and failure alike with status 200 and an object {@code Response}; anything else
 * comes from somebody in between, and then nobody knows what the service did.
 */
final class AnswerReader {

    /** From this number on, the codes of the old gateway mean trouble of its own. */
    private static final long FIRST_SERVER_SIDE_CODE = 5000;

    private AnswerReader() {}

    static Outcome read(ApiCall call, RawAnswer answer, Masking masking) {
        int status = answer.status();
        Fields envelope;
        try {
            envelope = answer.body().isEmpty() ? null : FieldsReader.object(answer.body().stream());
        } catch (UnreadableJsonException e) {
            return bad(call, answer, "is " + e.getMessage());
        }
        if (envelope == null) {
            return bad(call, answer, "is empty");
        }
        Fields response = envelope.object("Response");
        if (response == null) {
            return oldGateway(call, answer, envelope, masking);
        }
        Fields error = response.object("Error");
        if (error != null) {
            String code = Objects.requireNonNullElse(masking.mask(error.text("Code")), "");
            return refusal(
                    call,
                    code,
                    masking.mask(error.text("Message")),
                    masking.mask(response.text("RequestId")),
                    status,
                    ErrorCodes.effect(call.action(), code),
                    date(answer));
        }
        return status == 200 ? new Outcome.Success(response) : bad(call, answer, "has another status than 200");
    }

    /** {@code {"code":4100,"message":"...","codeDesc":"..."}}, which an old gateway still sends now and then. */
    private static Outcome oldGateway(ApiCall call, RawAnswer answer, Fields envelope, Masking masking) {
        OptionalLong number = envelope.number("code");
        if (number.isEmpty() || number.getAsLong() == 0) {
            return bad(call, answer, "has no member Response");
        }
        String name = masking.mask(envelope.textOrNone("codeDesc"));
        return refusal(
                call,
                name != null ? name : Long.toString(number.getAsLong()),
                masking.mask(envelope.text("message")),
                null,
                answer.status(),
                number.getAsLong() < FIRST_SERVER_SIDE_CODE ? Effect.REFUSED : Effect.UNKNOWN,
                date(answer));
    }

    private static Outcome refusal(
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
        return new Outcome.Failure(
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

    private static Outcome bad(ApiCall call, RawAnswer answer, String what) {
        int status = answer.status();
        String type = answer.headers().firstValue("content-type").orElse("");
        String text = call.action() + ": the answer (HTTP " + status
                + (type.matches("[a-zA-Z0-9.+-]{1,40}/[a-zA-Z0-9.+-]{1,40}.*") ? ", " + type.split(";", 2)[0] : "")
                + ") " + what + "; the service always answers 200 with JSON, so look at the endpoint and at any proxy"
                + " or gateway in between";
        ErrorKind kind = status == 429 ? ErrorKind.RATE_LIMITED : ErrorKind.BAD_ANSWER;
        return new Outcome.Failure(
                new CssApiException(
                        text,
                        new CssApiException.Details(kind, call.action(), null, null, null, status, List.of()),
                        null),
                effect(status),
                date(answer));
    }

    /** A redirect or a refusal by a proxy never reached the service; 408 and 429 may have cost a request half its way. */
    private static Effect effect(int status) {
        boolean refused = status >= 300 && status < 500 && status != 408 && status != 429;
        return refused ? Effect.REFUSED : Effect.UNKNOWN;
    }

    private static @Nullable Instant date(RawAnswer answer) {
        try {
            return answer.headers()
                    .firstValue("date")
                    .map(text -> ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant())
                    .orElse(null);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
