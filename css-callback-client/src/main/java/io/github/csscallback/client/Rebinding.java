package io.github.csscallback.client;

import java.util.OptionalLong;

/**
 * What a rebind did.
 *
 * @param outcome what was done
 * @param previousTemplateId the template that was bound before, empty if none was
 * @param templateId the template that is bound now
 */
public record Rebinding(Outcome outcome, OptionalLong previousTemplateId, long templateId) {

    /** What was done. */
    public enum Outcome {
        /** Nothing was bound; the template is bound now. */
        BOUND,
        /** The template was bound already; nothing was done. */
        UNCHANGED,
        /** Another template was unbound, then this one bound. Between the two, events had no receiver. */
        REBOUND
    }
}
