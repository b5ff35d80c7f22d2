package io.github.csscallback.testkit.internal.api.message;

/** A request is refused. The message is for people; it names what is wrong and shows no key, signature or token. */
public final class ApiErrorException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final ErrorCode code;

    public ApiErrorException(ErrorCode code, String message) {
        this(200, code, message);
    }

    /** A refusal that is not the API's own: the request should not have come here at all. */
    public ApiErrorException(int status, ErrorCode code, String message) {
        super(message);
        this.status = status;
        this.code = code;
    }

    public int status() {
        return status;
    }

    public ErrorCode code() {
        return code;
    }
}
