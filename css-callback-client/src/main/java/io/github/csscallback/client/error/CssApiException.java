package io.github.csscallback.client.error;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A call that did not succeed. The message describes the failure and the remedy; decide by {@link #kind()}. It never holds a
 * secret key, a token, a callback key or a signature: where the service's own text repeats one, it is masked.
 */
public class CssApiException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Details details;

    /**
     * Makes one; the client does, and tests of yours may.
     *
     * @param details the parts of it
     * @param cause what it came from, or null
     */
    public CssApiException(String message, Details details, @Nullable Throwable cause) {
        super(message, cause);
        this.details = details;
    }

    /**
     * The parts of an error.
     *
     * @param action the API's name of what was called
     * @param code the service's code as sent; null if no code came
     * @param serviceMessage the service's text, for people and in the service's language; null if none came
     * @param requestId the service's id of the request, wanted by its support; null if none came
     * @param httpStatus the status of the response, 0 if none came
     * @param templateIds templates seen while finding out what became of a create
     */
    public record Details(
            ErrorKind kind,
            String action,
            @Nullable String code,
            @Nullable String serviceMessage,
            @Nullable String requestId,
            int httpStatus,
            List<Long> templateIds) {

        /** Copies the list. */
        public Details {
            templateIds = List.copyOf(templateIds);
        }

        /** Parts of an error to which no response came. */
        public static Details of(ErrorKind kind, String action) {
            return new Details(kind, action, null, null, null, 0, List.of());
        }

        /** The same error as another kind. */
        public Details as(ErrorKind other) {
            return new Details(other, action, code, serviceMessage, requestId, httpStatus, templateIds);
        }

        /** The same error with templates seen. */
        public Details seeing(List<Long> ids) {
            return new Details(kind, action, code, serviceMessage, requestId, httpStatus, ids);
        }
    }

    /** All parts at once. */
    public Details details() {
        return details;
    }

    /** What went wrong. */
    public ErrorKind kind() {
        return details.kind();
    }

    /**
     * What was called.
     *
     * @return the action's name in the API, such as CreateLiveCallbackTemplate
     */
    public String action() {
        return details.action();
    }

    /**
     * The service's code.
     *
     * @return for example {@code FailedOperation.ConfInUsed}; null if no response with a code came
     */
    public @Nullable String code() {
        return details.code();
    }

    /**
     * The service's own text.
     *
     * @return for people only: it changes, and its language depends on the site
     */
    public @Nullable String serviceMessage() {
        return details.serviceMessage();
    }

    /**
     * The id of the request at the service.
     *
     * @return what its support asks for; null if no response with one came
     */
    public @Nullable String requestId() {
        return details.requestId();
    }

    /**
     * The HTTP status of the response; errors of the API itself come with 200.
     *
     * @return the status, or null if no response came
     */
    public @Nullable Integer httpStatus() {
        return details.httpStatus() == 0 ? null : Integer.valueOf(details.httpStatus());
    }

    /**
     * For a create of unknown outcome: the templates of that name which were seen afterwards.
     *
     * @return their ids, empty for all other errors
     */
    public List<Long> templateIds() {
        return details.templateIds();
    }
}
