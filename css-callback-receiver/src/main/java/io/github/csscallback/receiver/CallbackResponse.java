package io.github.csscallback.receiver;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * The response to send: status, headers and body as they are. Only status 200 ends the retries of CSS. It does not show which
 * check failed; {@link #outcome()} does, for you alone. Immutable.
 */
public final class CallbackResponse {

    private static final Map<String, String> HEADERS = Map.of("Content-Type", "application/json");
    private static final Map<String, String> HEADERS_WITH_METHOD =
            Map.of("Content-Type", "application/json", "Allow", "POST");

    private static final byte[] HANDLED = textOf(0);

    private final Outcome outcome;

    CallbackResponse(Outcome outcome) {
        this.outcome = outcome;
    }

    /** Returns 200 if CSS need not send the event again, otherwise 4xx or 5xx. */
    public int status() {
        return outcome.kind().status();
    }

    /** Returns the headers: Content-Type, and Allow for status 405. */
    public Map<String, String> headers() {
        return outcome.kind() == Outcome.Kind.WRONG_METHOD ? HEADERS_WITH_METHOD : HEADERS;
    }

    /** Returns a copy of the body: {@code {"code":0}} for status 200, otherwise the status as the code. */
    public byte[] body() {
        return bodyOf(status());
    }

    static byte[] bodyOf(int status) {
        return status == 200 ? HANDLED.clone() : textOf(status);
    }

    private static byte[] textOf(int code) {
        return ("{\"code\":" + code + "}").getBytes(StandardCharsets.US_ASCII);
    }

    /** Returns the outcome of the request: for you, not for the sender. */
    public Outcome outcome() {
        return outcome;
    }

    @Override
    public String toString() {
        return "CallbackResponse[" + status() + " " + outcome.kind() + "]";
    }
}
