package io.github.csscallback.client;

import org.jspecify.annotations.Nullable;

/**
 * The result of {@link CssCallbackClient#rebind}.
 *
 * @param change the change made
 * @param previousTemplateId the template that was bound before; null if none was
 * @param templateId the template that is bound now
 */
public record RebindResult(Change change, @Nullable Long previousTemplateId, long templateId) {

    /** The change made by a rebind. */
    public enum Change {
        /** No template was bound; the template is bound now. */
        BOUND,
        /** The template was bound already; nothing was changed. */
        UNCHANGED,
        /** Another template was unbound, then this one bound. Between the two, events had no receiver. */
        REBOUND
    }
}
