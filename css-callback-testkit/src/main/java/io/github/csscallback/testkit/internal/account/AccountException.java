package io.github.csscallback.testkit.internal.account;

/** The account does not allow it. The message says why and shows nothing secret. */
public final class AccountException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why. */
    public enum Reason {
        /** There is no template with that id. */
        NO_TEMPLATE,
        /** The template is bound by a rule. */
        TEMPLATE_BOUND,
        /** The account has as many templates as it may have. */
        TOO_MANY_TEMPLATES,
        /** A new template without any address. */
        NO_ADDRESS,
        /** The domain and path have no rule. */
        NO_RULE,
        /** The domain and path have a rule. */
        RULE_EXISTS
    }

    private final Reason reason;
    private final String words;

    AccountException(Reason reason, String words) {
        super(words);
        this.reason = reason;
        this.words = words;
    }

    /**
     * Why.
     *
     * @return the reason
     */
    public Reason reason() {
        return reason;
    }

    /**
     * Why, for people.
     *
     * @return the message
     */
    public String words() {
        return words;
    }
}
