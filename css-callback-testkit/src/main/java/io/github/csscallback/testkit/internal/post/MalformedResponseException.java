package io.github.csscallback.testkit.internal.post;

import java.io.IOException;

/** A malformed or incomplete response; the message contains nothing of it. */
final class MalformedResponseException extends IOException {

    private static final long serialVersionUID = 1L;

    MalformedResponseException(String message) {
        super(message);
    }
}
