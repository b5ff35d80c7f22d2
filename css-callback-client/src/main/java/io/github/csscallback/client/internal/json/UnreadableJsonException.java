package io.github.csscallback.client.internal.json;

/** Text that is not the one JSON object it should be. Says where, never what: Jackson's own messages quote the text. */
public final class UnreadableJsonException extends Exception {

    private static final long serialVersionUID = 1L;

    UnreadableJsonException(String message) {
        super(message);
    }
}
