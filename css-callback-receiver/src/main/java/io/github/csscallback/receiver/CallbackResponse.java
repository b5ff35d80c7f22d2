package io.github.csscallback.receiver;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * What to answer: send the status, the headers and the body as they are. Only status 200 stops CSS from trying again
 * (intl 38080). Says nothing about which check failed; {@link #outcome()} does, to you alone. Immutable.
 */
public final class CallbackResponse {

    private static final Map<String, String> HEADERS = Map.of("Content-Type", "application/json");
    private static final Map<String, String> HEADERS_WITH_METHOD =
            Map.of("Content-Type", "application/json", "Allow", "POST");

    private static final byte[] SETTLED = textOf(0);

    private final Outcome outcome;

    CallbackResponse(Outcome outcome) {
        this.outcome = outcome;
    }

    /**
     * The status.
     *
     * @return exactly 200 if the delivery is settled, otherwise 4xx or 5xx
     */
    public int status() {
        return outcome.kind().status();
    }

    /**
     * The headers.
     *
     * @return Content-Type, and Allow for a status of 405
     */
    public Map<String, String> headers() {
        return outcome.kind() == Outcome.Kind.WRONG_METHOD ? HEADERS_WITH_METHOD : HEADERS;
    }

    /**
     * The body: {@code {"code":0}} when the delivery is settled, otherwise the status in its place.
     *
     * @return the bytes, a new array for every call
     */
    public byte[] body() {
        return bodyOf(status());
    }

    static byte[] bodyOf(int status) {
        return status == 200 ? SETTLED.clone() : textOf(status);
    }

    private static byte[] textOf(int code) {
        return ("{\"code\":" + code + "}").getBytes(StandardCharsets.US_ASCII);
    }

    /**
     * What became of the request. For you, not for the sender.
     *
     * @return the outcome
     */
    public Outcome outcome() {
        return outcome;
    }

    @Override
    public String toString() {
        return "CallbackResponse[" + status() + " " + outcome.kind() + "]";
    }
}
