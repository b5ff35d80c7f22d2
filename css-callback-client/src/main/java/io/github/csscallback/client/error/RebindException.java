package io.github.csscallback.client.error;

/**
 * A rebind that could not bind the new template after it had unbound the old one. Kind, code and request id are those of
 * the bind that failed; if putting the old binding back failed too, that error is suppressed in this one.
 */
public final class RebindException extends CssApiException {

    private static final long serialVersionUID = 1L;

    /** The template that was bound before. */
    private final long previousTemplateId;

    /** Whether it is bound again. */
    private final boolean restored;

    /**
     * Makes one.
     *
     * @param failure the bind that failed
     * @param previousTemplateId the template that was bound before
     * @param restored whether it is bound again
     */
    public RebindException(String message, CssApiException failure, long previousTemplateId, boolean restored) {
        super(message, failure.details(), failure);
        this.previousTemplateId = previousTemplateId;
        this.restored = restored;
    }

    /** The template that was bound before. */
    public long previousTemplateId() {
        return previousTemplateId;
    }

    /**
     * Whether the old binding is back.
     *
     * @return false if the push domain and path may have no template now: events have no receiver
     */
    public boolean isRestored() {
        return restored;
    }
}
