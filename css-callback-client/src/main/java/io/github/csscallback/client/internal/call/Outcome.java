package io.github.csscallback.client.internal.call;

import io.github.csscallback.client.error.CssApiException;
import io.github.csscallback.client.internal.json.Fields;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What one attempt came to. */
sealed interface Outcome {

    /**
     * The service did it.
     *
     * @param response the members of {@code Response}
     */
    record Success(Fields response) implements Outcome {}

    /**
     * It did not, or nobody knows.
     *
     * @param error what the caller is told if there is no further attempt
     * @param effect what it may have done
     * @param serverTime the date of the answer; null if there was none
     */
    record Failure(
            CssApiException error, Effect effect, @Nullable Instant serverTime) implements Outcome {}

    /** What a failed attempt may have done at the service. */
    enum Effect {
        /** Nothing, and the next attempt may fare better. */
        NOTHING,
        /** Nobody knows. */
        UNKNOWN,
        /** Nobody knows, and asking again would give the same answer. */
        UNKNOWN_FOR_GOOD,
        /** Nothing: it was refused, and would be again. */
        REFUSED
    }
}
