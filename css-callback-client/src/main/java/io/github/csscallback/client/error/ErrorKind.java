package io.github.csscallback.client.error;

/**
 * The kind of a failure, for programs to decide by. The service has several spellings for one fact
 * ({@code FailedOperation.ConfInUsed}, {@code InternalError.ConfInUsed}), so the kind is found by the last part of the
 * code; {@link CssApiException#code()} keeps the code itself.
 *
 * <p>Kinds may be added in a minor version: give a switch over them a default.
 */
public enum ErrorKind {
    /** The template, rule or domain does not exist. */
    NOT_FOUND,
    /** The template is still bound by a rule, or the rule is in use: unbind first. */
    IN_USE,
    /** The push domain and path already have a rule. */
    ALREADY_EXISTS,
    /** A limit of the account is reached, such as 50 templates. */
    QUOTA_EXCEEDED,
    /** Too many calls in a second. */
    RATE_LIMITED,
    /** The account cannot use the service: barred, frozen, in arrears, never activated, old console mode. */
    ACCOUNT_STATE,
    /** The service rejects the credentials: unknown id, wrong key, expired token. */
    UNAUTHENTICATED,
    /** The credentials are valid but lack the permission (CAM policy, IP list, second factor). */
    FORBIDDEN,
    /** The clock of this machine is more than 5 minutes from the service's. */
    CLOCK_SKEW,
    /** The service rejects a parameter. */
    INVALID_REQUEST,
    /** The service does not offer this action, version or operation here. */
    UNSUPPORTED,
    /** Transient failure on the service side. */
    UNAVAILABLE,
    /** Failure on the service side without a specific code. */
    FAILED,
    /** A code unknown to this version. */
    OTHER,

    /** No usable credentials; nothing was sent. */
    NO_CREDENTIALS,
    /** Connecting failed (name, route, TLS); nothing was sent. */
    NOT_CONNECTED,
    /** The connection broke before the response was complete. */
    CONNECTION_LOST,
    /** No complete response in time. */
    TIMED_OUT,
    /** A response that this service never sends: empty, HTML, too large, another status. Often from a proxy. */
    BAD_RESPONSE,
    /** A write may or may not have happened, and reading back did not show which. */
    OUTCOME_UNKNOWN,
    /** The calling thread was interrupted, or the client closed, while the call ran. */
    INTERRUPTED
}
