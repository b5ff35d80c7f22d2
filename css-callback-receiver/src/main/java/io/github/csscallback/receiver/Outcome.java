package io.github.csscallback.receiver;

import io.github.csscallback.core.signature.VerificationResult;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of a request, for your logs and tests; the sender sees only the status. Holds no content of a rejected packet.
 *
 * @param kind the kind of outcome
 * @param explanation a sentence for the operator, with what to do
 * @param verificationResult the result of the verification; null if there was none
 * @param failure the exception of the handler, the key lookup or the idempotency store; null if there was none
 */
public record Outcome(
        Kind kind,
        String explanation,
        @Nullable VerificationResult verificationResult,
        @Nullable Throwable failure) {

    /** The kinds of outcome, with the status of the response. */
    public enum Kind {
        /** The handler returned. */
        HANDLED(200),
        /** It was handled before; the handler was not called. */
        DUPLICATE(200),
        /** Not one well-formed packet. */
        UNREADABLE(400),
        /** The signature is not valid; {@link Outcome#verificationResult()} has the reason. */
        BAD_SIGNATURE(403),
        /** Sent to another path than the server's; most likely the address in the template is wrong. */
        WRONG_PATH(404),
        /** Not a POST. */
        WRONG_METHOD(405),
        /** The body is larger than allowed. */
        TOO_LARGE(413),
        /** The body is compressed or encoded in another way, which CSS never does. */
        UNSUPPORTED_ENCODING(415),
        /** The handler threw; CSS tries again. */
        FAILED(500),
        /** The handler threw {@link TryAgainLaterException}; CSS tries again. */
        TRY_AGAIN_LATER(503),
        /** Another delivery of the event is being handled; CSS tries again. */
        IN_PROGRESS(503),
        /** The handler exceeded its deadline; it goes on, and CSS tries again. */
        DEADLINE_EXCEEDED(503),
        /** Too many deliveries are being handled; CSS tries again. */
        OVERLOADED(503),
        /** Your lookup of callback keys threw, so nothing could be verified; CSS tries again. */
        KEY_LOOKUP_FAILED(503),
        /** The idempotency store failed, so no handler was called; CSS tries again. */
        STORE_FAILED(503);

        private final int status;

        Kind(int status) {
            this.status = status;
        }

        /** Returns the HTTP status of the response. */
        public int status() {
            return status;
        }
    }

    static Outcome of(Kind kind, String explanation) {
        return new Outcome(kind, explanation, null, null);
    }

    static Outcome failed(Kind kind, String explanation, Throwable failure) {
        return new Outcome(kind, explanation, null, failure);
    }

    static Outcome badSignature(VerificationResult verificationResult) {
        return new Outcome(
                Kind.BAD_SIGNATURE,
                verificationResult.kind() + ": " + verificationResult.explanation(),
                verificationResult,
                null);
    }
}
