package io.github.csscallback.client.internal.json;

/**
 * Text that is not the one JSON object it should be. The message has the position, never the text, which Jackson's own
 * messages quote.
 */
public final class UnreadableJsonException extends Exception {

    private static final long serialVersionUID = 1L;

    UnreadableJsonException(String message) {
        super(message);
    }
}
