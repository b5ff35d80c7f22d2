package io.github.csscallback.receiver;

import io.github.csscallback.core.signature.VerificationResult;
import org.jspecify.annotations.Nullable;

/**
 * What became of a request, for your logs and tests; the sender never learns it. Shows nothing of a packet that was
 * refused.
 *
 * @param kind what became of it
 * @param explanation the same as a sentence, with what to do
 * @param verificationResult what the verifier found; null if it was not asked
 * @param failure what the handler or the delivery log threw; null if nothing was thrown
 */
public record Outcome(
        Kind kind,
        String explanation,
        @Nullable VerificationResult verificationResult,
        @Nullable Throwable failure) {

    /** What can become of a request, with the status that answers it. */
    public enum Kind {
        /** The handler returned. */
        HANDLED(200),
        /** It was handled before; the handler was not called. */
        DUPLICATE(200),
        /** Not one well-formed packet. */
        UNREADABLE(400),
        /** The signature does not hold; {@link Outcome#verificationResult()} says why. */
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
        /** The same delivery is being handled now; CSS tries again. */
        IN_PROGRESS(503),
        /** The handler took too long; it goes on, and CSS tries again. */
        DEADLINE_EXCEEDED(503),
        /** Too many deliveries are being handled; CSS tries again. */
        OVERLOADED(503),
        /** Your lookup of callback keys threw, so nothing could be verified; CSS tries again. */
        KEY_LOOKUP_FAILED(503),
        /** The delivery log failed, so nothing was dispatched; CSS tries again. */
        STORE_FAILED(503);

        private final int status;

        Kind(int status) {
            this.status = status;
        }

        /**
         * The status that answers it.
         *
         * @return an HTTP status
         */
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
