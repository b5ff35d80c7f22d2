package io.github.csscallback.core.signature;

/** A packet's signature did not hold. Thrown only by {@link Verdict#orThrow()}; the receiver answers with a status. */
public final class InvalidSignatureException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What was found; it is not worth serializing. */
    private final transient Verdict verdict;

    InvalidSignatureException(Verdict verdict) {
        super(verdict.kind() + ": " + verdict.explanation());
        this.verdict = verdict;
    }

    /**
     * The finding.
     *
     * @return the verdict, never VALID
     */
    public Verdict verdict() {
        return verdict;
    }
}
