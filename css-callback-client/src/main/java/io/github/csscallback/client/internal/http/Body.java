package io.github.csscallback.client.internal.http;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The bytes of an answer in the buffers they came in, which saves a copy of them all. Read once.
 *
 * @param parts the buffers
 * @param size how many bytes they hold
 */
public record Body(List<ByteBuffer> parts, int size) {

    /**
     * Whether there is nothing.
     *
     * @return true if there is no byte
     */
    public boolean isEmpty() {
        return size == 0;
    }

    /**
     * The bytes.
     *
     * @return a stream that never fails
     */
    public InputStream stream() {
        return new Stream(parts);
    }

    /**
     * The bytes as text.
     *
     * @return the text, read as UTF-8
     */
    public String text() {
        byte[] whole = new byte[size];
        int at = 0;
        for (ByteBuffer part : parts) {
            int length = part.remaining();
            part.get(whole, at, length);
            at += length;
        }
        return new String(whole, StandardCharsets.UTF_8);
    }

    /** The size only. */
    @Override
    public String toString() {
        return "Body[" + size + " bytes]";
    }

    private static final class Stream extends InputStream {

        private final List<ByteBuffer> parts;
        private int current;

        Stream(List<ByteBuffer> parts) {
            this.parts = parts;
        }

        @Override
        public int read() {
            return advance() ? parts.get(current).get() & 0xFF : -1;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            if (length == 0) {
                return 0;
            }
            if (!advance()) {
                return -1;
            }
            ByteBuffer part = parts.get(current);
            int count = Math.min(length, part.remaining());
            part.get(target, offset, count);
            return count;
        }

        /** Goes to the next buffer with anything in it; false at the end. */
        private boolean advance() {
            while (current < parts.size() && !parts.get(current).hasRemaining()) {
                current++;
            }
            return current < parts.size();
        }
    }
}
