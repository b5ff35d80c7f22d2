package io.github.csscallback.core.internal;

/**
 * A packet has a member under two spellings with different values, so nobody can say what it means. The receiver responds
 * such a packet as unreadable; users never see this exception.
 */
public final class ConflictingSpellingsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * Names the two spellings, not their values.
     *
     * @param one one spelling
     * @param other the other
     */
    public ConflictingSpellingsException(String one, String other) {
        // No stack trace: it would say nothing, and a flood of such packets should cost little.
        super("members '" + one + "' and '" + other + "' are one field but have different values", null, false, false);
    }
}
