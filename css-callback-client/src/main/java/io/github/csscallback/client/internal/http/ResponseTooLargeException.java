package io.github.csscallback.client.internal.http;

import java.io.IOException;

/** A response exceeds the size limit. */
public final class ResponseTooLargeException extends IOException {

    private static final long serialVersionUID = 1L;

    ResponseTooLargeException(int limit) {
        super("the response is larger than " + limit + " bytes");
    }
}
