package io.github.csscallback.core.signature;

/** A packet's signature did not hold. Thrown only by {@link VerificationResult#orThrow()}; the receiver answers with a status. */
public final class InvalidSignatureException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What was found; it is not worth serializing. */
    private final transient VerificationResult result;

    InvalidSignatureException(VerificationResult result) {
        super(result.kind() + ": " + result.explanation());
        this.result = result;
    }

    /**
     * The finding.
     *
     * @return the result, never VALID
     */
    public VerificationResult verificationResult() {
        return result;
    }
}
