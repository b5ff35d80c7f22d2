package io.github.csscallback.client.internal.http;

import java.io.IOException;

/** An answer is larger than any that the service gives. */
public final class AnswerTooLargeException extends IOException {

    private static final long serialVersionUID = 1L;

    AnswerTooLargeException(int limit) {
        super("the answer is larger than " + limit + " bytes");
    }
}
