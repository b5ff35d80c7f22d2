package io.github.csscallback.receiver;

import org.jspecify.annotations.Nullable;

/** Checks method, encoding and size before the body is parsed. Content-Type is ignored: the body must be JSON anyway. */
final class RequestPrecheck {

    private RequestPrecheck() {}

    /** Returns the reason to reject the request, or null. */
    static @Nullable Outcome check(CallbackRequest request, int maxBodyBytes) {
        if (!request.method().equals("POST")) {
            return Outcome.of(Outcome.Kind.WRONG_METHOD, "callbacks are POST requests");
        }
        String encoding = request.contentEncoding();
        if (encoding != null && !encoding.isBlank() && !encoding.strip().equalsIgnoreCase("identity")) {
            return Outcome.of(Outcome.Kind.UNSUPPORTED_ENCODING, "the body has a Content-Encoding; CSS sends none");
        }
        if (request.body().length > maxBodyBytes) {
            return Outcome.of(Outcome.Kind.TOO_LARGE, "the body is larger than " + maxBodyBytes + " bytes");
        }
        if (request.body().length == 0) {
            return Outcome.of(
                    Outcome.Kind.UNREADABLE,
                    request.announcesBody()
                            ? "the body is empty although Content-Length is not 0: already read upstream,"
                                    + " for example by a filter; hand its bytes to the receiver"
                            : "the body is empty");
        }
        return null;
    }
}
