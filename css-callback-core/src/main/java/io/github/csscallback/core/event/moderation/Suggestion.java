package io.github.csscallback.core.event.moderation;

/**
 * The action that moderation suggests, in {@code PornCensorshipEvent} and {@code AudioAuditEvent}. CSS may add values.
 *
 * @param value the word as sent
 * @see <a href="https://www.tencentcloud.com/document/product/267/38084">Documentation, intl 38084</a>
 * @see <a href="https://www.tencentcloud.com/document/product/267/58643">Documentation, intl 58643</a>
 */
public record Suggestion(String value) {

    /** It violates the rules: block it. */
    public static final Suggestion BLOCK = new Suggestion("Block");

    /** It may violate the rules: have a person review it. */
    public static final Suggestion REVIEW = new Suggestion("Review");

    /** It is harmless. */
    public static final Suggestion PASS = new Suggestion("Pass");
}
