package io.github.csscallback.testkit.internal.post;

import java.io.IOException;

/** An answer that no client could take; the message says in words what is wrong with it. */
final class MalformedResponseException extends IOException {

    private static final long serialVersionUID = 1L;

    MalformedResponseException(String message) {
        super(message);
    }
}
