package io.github.csscallback.receiver.internal.httpserver;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * Reads one body. Memory beyond a first piece is reserved from the server's budget before it is used, step by step: a peer
 * holds no more than eight times what it has sent, whatever length it announced.
 */
final class BodyReader {

    private static final int FIRST_PIECE = 8 << 10;
    private static final int GROWTH = 8;
    /** How much of a rejected body is read, since a peer that still sends when the connection is closed sees no response. */
    private static final long LEAST_SKIPPED = 8 << 20;

    private static final long UNKNOWN = -1;

    private final InputStream in;
    private final long announced;
    private final int limit;
    private final Semaphore budget;
    private int reserved;
    private boolean exhausted;

    /**
     * A reader.
     *
     * @param contentLength the header; null if it is missing
     * @param chunked whether the body is sent in chunks, whatever contentLength is
     * @param limit the largest body
     * @param budget the bytes that all requests together may still use
     */
    BodyReader(InputStream in, @Nullable String contentLength, boolean chunked, int limit, Semaphore budget) {
        this.in = in;
        this.announced = chunked ? UNKNOWN : contentLength == null ? 0 : Long.parseLong(contentLength.strip());
        this.limit = limit;
        this.budget = budget;
        this.exhausted = announced == 0;
    }

    /** Whether nothing of the body is left on the connection. */
    boolean isExhausted() {
        return exhausted;
    }

    RequestBody read() throws IOException {
        if (announced > limit) {
            return skip(RequestBody.State.TOO_LARGE, 0);
        }
        int expected = announced == UNKNOWN ? limit + 1 : (int) announced;
        byte[] bytes = new byte[Math.min(FIRST_PIECE, expected)];
        int length = in.readNBytes(bytes, 0, bytes.length);
        while (length == bytes.length && length < expected) {
            int larger = (int) Math.min((long) GROWTH * bytes.length, expected);
            if (!reserve(larger - bytes.length)) {
                return skip(RequestBody.State.OVER_BUDGET, length);
            }
            bytes = Arrays.copyOf(bytes, larger);
            length += in.readNBytes(bytes, length, bytes.length - length);
        }
        if (length < announced) {
            throw new IOException("the connection ended within the body");
        }
        if (length > limit) {
            return skip(RequestBody.State.TOO_LARGE, length);
        }
        exhausted = true;
        return new RequestBody(
                RequestBody.State.COMPLETE, length == bytes.length ? bytes : Arrays.copyOf(bytes, length), length);
    }

    private boolean reserve(int bytes) {
        if (!budget.tryAcquire(bytes)) {
            return false;
        }
        reserved += bytes;
        return true;
    }

    /** Returns the memory to the budget. */
    void release() {
        budget.release(reserved);
        reserved = 0;
    }

    private RequestBody skip(RequestBody.State state, int length) throws IOException {
        release();
        byte[] piece = new byte[FIRST_PIECE];
        long skipped = 0;
        int read = 0;
        long most = Math.max(LEAST_SKIPPED, 3L * limit);
        while (skipped < most && (read = in.read(piece)) >= 0) {
            skipped += read;
        }
        exhausted = read < 0;
        return new RequestBody(state, new byte[0], length);
    }
}
