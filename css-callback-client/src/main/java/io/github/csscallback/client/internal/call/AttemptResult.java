package io.github.csscallback.client.internal.call;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.csscallback.client.error.CssApiException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The result of one attempt. */
sealed interface AttemptResult {

    /**
     * The attempt succeeded.
     *
     * @param response the members of {@code Response}
     */
    record Success(ObjectNode response) implements AttemptResult {}

    /**
     * The attempt failed, or its outcome is unknown.
     *
     * @param error thrown if there is no further attempt
     * @param effect its effect on the service
     * @param serverTime the date of the response; null if there was none
     */
    record Failure(
            CssApiException error, Effect effect, @Nullable Instant serverTime) implements AttemptResult {}

    /** The effect of a failed attempt on the service. */
    enum Effect {
        /** None; another attempt may succeed. */
        NOTHING,
        /** Unknown. */
        UNKNOWN,
        /** Unknown, and another attempt would end in the same way. */
        UNKNOWN_PERMANENT,
        /** None: the service rejected the request and would do so again. */
        REJECTED
    }
}
