package io.github.csscallback.client.retry;

import io.github.csscallback.client.error.CssApiException;
import java.time.Duration;

/**
 * A retry that is about to happen.
 *
 * @param reason why it is safe, or worth while, to try again
 * @param attempt the number of the attempt that failed, 1 for the first
 * @param delay how long is waited before the next
 * @param failure what the attempt ended with: action, kind, code and request id
 */
public record Retry(Reason reason, int attempt, Duration delay, CssApiException failure) {

    /** Why a call is tried again. Values may be added in a minor version. */
    public enum Reason {
        /** The service was too busy to pass the request on; it did nothing. */
        RATE_LIMITED,
        /** Nothing was sent. */
        NOTHING_SENT,
        /** The outcome is unknown, but the action is idempotent. */
        HARMLESS_TO_REPEAT,
        /** A create or bind of unknown outcome: a look for what became of it. */
        LOOKING_FOR_OUTCOME,
        /** The clock was corrected by the response's date. */
        CLOCK_CORRECTED,
        /** Temporary credentials were rejected, and the provider returned others. */
        CREDENTIALS_RENEWED
    }
}
