package io.github.csscallback.core.event.moderation;

/**
 * What moderation advises to do, in {@code PornCensorshipEvent} and {@code AudioAuditEvent} (intl 38084, 58643). CSS may
 * add values.
 *
 * @param value the word as sent
 */
public record Suggestion(String value) {

    /** It violates the rules: block it. */
    public static final Suggestion BLOCK = new Suggestion("Block");

    /** It may violate the rules: let a person look at it. */
    public static final Suggestion REVIEW = new Suggestion("Review");

    /** It is harmless. */
    public static final Suggestion PASS = new Suggestion("Pass");
}
