package io.github.csscallback.testkit.internal.post;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads one HTTP/1.x answer, and never more than its bounds: a receiver under test may answer anything. What was read
 * stays readable when reading breaks off. For one thread.
 */
final class ResponseReader {

    /** Status line and headers together, those of interim answers included. */
    static final int MAX_HEAD = 64 * 1024;
    /** What is read of a body; CSS ignores it anyway. */
    static final int MAX_BODY = 64 * 1024;

    private static final Pattern STATUS_LINE = Pattern.compile("HTTP/1\\.[01] ([1-9][0-9]{2})(?: .*)?");
    private static final Pattern LENGTH = Pattern.compile("[0-9]{1,18}");
    private static final Pattern CHUNK_SIZE = Pattern.compile("([0-9a-fA-F]{1,15})[ \\t]*(?:;.*)?");

    private static final int UNTIL_CLOSED = -1;
    private static final int PIECE = 4096;
    /** A chunk's size and what else stands in its line. */
    private static final int MAX_CHUNK_LINE = 512;

    private final InputStream in;
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    /** How much may still be read that is not body. */
    private int budget = MAX_HEAD;

    private boolean begun;
    private @Nullable Integer status;

    ResponseReader(InputStream in) {
        this.in = in;
    }

    /** The status of the answer, as soon as its head is read. */
    @Nullable
    Integer status() {
        return status;
    }

    /** What was read of the body. */
    String text() {
        return body.toString(StandardCharsets.UTF_8);
    }

    /** Whether anything came at all. */
    boolean hasBegun() {
        return begun;
    }

    /** Reads the answer to its end, or to the bound of its body. */
    void read() throws IOException {
        int code;
        Framing framing;
        do {
            code = statusCode(line());
            framing = framing();
        } while (code >= 100 && code < 200); // interim answers; the head's bound holds for them together
        status = code;
        if (code == 204 || code == 304) {
            return;
        }
        if (framing.chunked()) {
            readChunks();
        } else {
            readBody(framing.length());
        }
    }

    private record Framing(boolean chunked, long length) {}

    private static int statusCode(String line) throws MalformedResponseException {
        Matcher matcher = STATUS_LINE.matcher(line);
        if (!matcher.matches()) {
            throw new MalformedResponseException("what came back is not an HTTP/1.1 answer");
        }
        return Integer.parseInt(matcher.group(1));
    }

    private Framing framing() throws IOException {
        boolean chunked = false;
        long length = UNTIL_CLOSED;
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            String name = line.substring(0, Math.max(colon, 0)).toLowerCase(Locale.ROOT);
            String value = line.substring(colon + 1).strip();
            if (name.equals("transfer-encoding")) {
                chunked = value.toLowerCase(Locale.ROOT).endsWith("chunked");
            } else if (name.equals("content-length")) {
                if (!LENGTH.matcher(value).matches()) {
                    throw new MalformedResponseException("the Content-Length of the answer is not a number");
                }
                length = Long.parseLong(value);
            }
        }
        return new Framing(chunked, length);
    }

    private void readBody(long length) throws IOException {
        int left = room(length == UNTIL_CLOSED ? Long.MAX_VALUE : length);
        byte[] piece = new byte[Math.min(left, PIECE)];
        while (left > 0) {
            int read = in.read(piece, 0, Math.min(left, piece.length));
            if (read < 0 && length == UNTIL_CLOSED) {
                return;
            }
            if (read < 0) {
                throw new MalformedResponseException("the answer broke off");
            }
            body.write(piece, 0, read); // at once, so that it is there if the next read fails
            left -= read;
        }
    }

    private void readChunks() throws IOException {
        for (long size = chunkSize(); size > 0; size = chunkSize()) {
            readBody(size);
            if (body.size() == MAX_BODY) {
                return;
            }
            if (!line().isEmpty()) {
                throw new MalformedResponseException("a chunk of the answer is longer than it says");
            }
        }
        budget = MAX_HEAD;
        String trailer;
        do {
            trailer = line();
        } while (!trailer.isEmpty());
    }

    private long chunkSize() throws IOException {
        budget = MAX_CHUNK_LINE;
        Matcher matcher = CHUNK_SIZE.matcher(line());
        if (!matcher.matches()) {
            throw new MalformedResponseException("a chunk of the answer does not say its size");
        }
        return Long.parseLong(matcher.group(1), 16);
    }

    private int room(long length) {
        return (int) Math.min(length, (long) MAX_BODY - body.size());
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(64);
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new MalformedResponseException(
                        begun ? "the answer broke off" : "the connection was closed without an answer");
            }
            begun = true;
            if (--budget <= 0) {
                throw new MalformedResponseException("the answer's head, or a line between its chunks, is too long");
            }
            line.write(next);
        }
        String text = line.toString(StandardCharsets.ISO_8859_1);
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }
}
