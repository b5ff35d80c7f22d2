package io.github.csscallback.receiver;

/**
 * Thrown by a handler that cannot handle an event now, for example while a database is down. The receiver responds 503 and
 * logs the reason at INFO, without a stack trace; the event is not marked as handled, and CSS sends it again.
 */
public final class TryAgainLaterException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param reason appears in the log and in the outcome
     */
    public TryAgainLaterException(String reason) {
        super(reason);
    }

    /**
     * Creates the exception with a cause, which the outcome shows to the listener and the log leaves out.
     *
     * @param reason appears in the log and in the outcome
     * @param cause the failure behind it
     */
    public TryAgainLaterException(String reason, Throwable cause) {
        super(reason, cause);
    }
}
