package io.github.csscallback.testkit.internal.api.message;

/** A rejected request. The message names the cause and contains no key, signature or token. */
public final class ApiErrorException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final ErrorCode code;

    public ApiErrorException(ErrorCode code, String message) {
        this(200, code, message);
    }

    /** With an HTTP status other than 200, for requests that the service would not send a response of the API to. */
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
