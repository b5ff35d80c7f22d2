package io.github.csscallback.core.signature;

/**
 * Thrown by {@link VerificationResult#orThrow()} if a signature is not valid; the receiver responds with a status
 * instead.
 */
public final class InvalidSignatureException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Not worth serializing. */
    private final transient VerificationResult result;

    InvalidSignatureException(VerificationResult result) {
        super(result.kind() + ": " + result.explanation());
        this.result = result;
    }

    /** Returns the result, never VALID. */
    public VerificationResult verificationResult() {
        return result;
    }
}
