package io.github.csscallback.cli.simulate.control;

import org.jspecify.annotations.Nullable;

/** A request that is not done: the status, which member is wrong, and why. */
public final class ControlException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final @Nullable String field;

    private ControlException(int status, @Nullable String field, String reason) {
        super(reason, null, false, false);
        this.status = status;
        this.field = field;
    }

    static ControlException of(int status, String reason) {
        return new ControlException(status, null, reason);
    }

    /** A member of the body is wrong: 400. */
    static ControlException field(String field, String reason) {
        return new ControlException(400, field, reason);
    }

    /** Of a value that the SDK rejected; its messages name the rule and show no secret. */
    static ControlException field(String field, IllegalArgumentException rejected) {
        return field(field, String.valueOf(rejected.getMessage()));
    }

    int status() {
        return status;
    }

    @Nullable
    String field() {
        return field;
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
