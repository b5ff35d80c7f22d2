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
 * Reads one HTTP/1.x response within fixed limits, since a receiver under test may send anything. If reading fails, the
 * part read so far stays available. For one thread.
 */
final class HttpResponseReader {

    /** The limit for status line and headers, including those of interim responses. */
    static final int MAX_HEAD = 64 * 1024;
    /** The part of a body that is read; CSS ignores bodies anyway. */
    static final int MAX_BODY = 64 * 1024;

    private static final Pattern STATUS_LINE = Pattern.compile("HTTP/1\\.[01] ([1-9][0-9]{2})(?: .*)?");
    private static final Pattern LENGTH = Pattern.compile("[0-9]{1,18}");
    private static final Pattern CHUNK_SIZE = Pattern.compile("([0-9a-fA-F]{1,15})[ \\t]*(?:;.*)?");

    private static final int UNTIL_CLOSED = -1;
    private static final int PIECE = 4096;
    /** The limit for the line of a chunk: its size and extensions. */
    private static final int MAX_CHUNK_LINE = 512;

    private final InputStream in;
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    /** The number of bytes outside the body that may still be read. */
    private int budget = MAX_HEAD;

    private boolean begun;
    private @Nullable Integer status;

    HttpResponseReader(InputStream in) {
        this.in = in;
    }

    /** The status of the response, available once its head has been read. */
    @Nullable
    Integer status() {
        return status;
    }

    /** The part of the body read so far. */
    String text() {
        return body.toString(StandardCharsets.UTF_8);
    }

    /** Whether any byte was received. */
    boolean hasBegun() {
        return begun;
    }

    /** Reads the response to its end or to the limit of its body. */
    void read() throws IOException {
        int code;
        Framing framing;
        do {
            code = statusCode(line());
            framing = framing();
        } while (code >= 100 && code < 200); // interim responses; the limit applies to all of them together
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
            throw new MalformedResponseException("not an HTTP/1.1 response");
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
                    throw new MalformedResponseException("the Content-Length of the response is not a number");
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
                throw new MalformedResponseException("the response broke off");
            }
            body.write(piece, 0, read); // immediately, so that it is kept if the next read fails
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
                throw new MalformedResponseException("a chunk of the response is longer than its size");
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
            throw new MalformedResponseException("a chunk of the response has no valid size");
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
                        begun ? "the response broke off" : "the connection was closed without a response");
            }
            begun = true;
            if (--budget <= 0) {
                throw new MalformedResponseException(
                        "the head of the response, or a line between its chunks, is too long");
            }
            line.write(next);
        }
        String text = line.toString(StandardCharsets.ISO_8859_1);
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }
}
