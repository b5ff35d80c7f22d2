package io.github.csscallback.receiver.internal.httpserver;

/**
 * A body as far as it was read.
 *
 * @param bytes the body; empty unless it is complete
 * @param bytesRead how many bytes were read of it before it was skipped
 */
@SuppressWarnings("ArrayRecordComponent") // passed on once, never compared
public record RequestBody(State state, byte[] bytes, int bytesRead) {

    /** Whether it could be read. */
    public enum State {
        COMPLETE,
        /** Larger than the server's limit. */
        TOO_LARGE,
        /** The bodies of all requests together need more memory than the server may use. */
        OVER_BUDGET
    }
}
