package io.github.csscallback.testkit.internal.api;

/** A request is refused. The message is for people; it names what is wrong and shows no key, signature or token. */
final class ApiRefusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final Code code;

    ApiRefusal(Code code, String message) {
        this(200, code, message);
    }

    /** A refusal that is not the API's own: the request should not have come here at all. */
    ApiRefusal(int status, Code code, String message) {
        super(message);
        this.status = status;
        this.code = code;
    }

    int status() {
        return status;
    }

    Code code() {
        return code;
    }
}
