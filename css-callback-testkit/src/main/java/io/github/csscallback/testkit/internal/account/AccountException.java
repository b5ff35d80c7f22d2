package io.github.csscallback.testkit.internal.account;

/** An operation that the account rejects. The message contains no secret. */
public final class AccountException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** The reasons for a rejection. */
    public enum Reason {
        /** There is no template with this id. */
        NO_TEMPLATE,
        /** A rule binds the template. */
        TEMPLATE_BOUND,
        /** The account has the greatest number of templates. */
        TOO_MANY_TEMPLATES,
        /** A new template has no address. */
        NO_ADDRESS,
        /** The domain and path have no rule. */
        NO_RULE,
        /** The domain and path already have a rule. */
        RULE_EXISTS
    }

    private final Reason reason;
    private final String description;

    AccountException(Reason reason, String description) {
        super(description);
        this.reason = reason;
        this.description = description;
    }

    public Reason reason() {
        return reason;
    }

    /** The message, never null. */
    public String description() {
        return description;
    }
}
