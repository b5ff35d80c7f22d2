package io.github.csscallback.receiver.internal.identify;

import io.github.csscallback.core.internal.Digests;
import io.github.csscallback.receiver.idempotency.IdempotencyKey;
import java.security.DigestException;
import java.security.MessageDigest;

/**
 * SHA-256 over parts, each prefixed with its length, so that no two lists of parts give the same bytes. Buffers small parts,
 * because many small updates cost more than the digest itself. For one thread; reset by {@link #finish}.
 */
final class PartsHash {

    private static final int CHARS_AT_ONCE = 64;
    private static final int DIGEST_LENGTH = 32;

    private final MessageDigest sha256 = Digests.of("SHA-256");
    private final byte[] buffer = new byte[512];
    private int filled;

    void number(int number) {
        makeRoom(Integer.BYTES);
        for (int shift = 24; shift >= 0; shift -= 8) {
            buffer[filled++] = (byte) (number >>> shift);
        }
    }

    void text(String text) {
        int length = text.length();
        number(length);
        for (int from = 0; from < length; from += CHARS_AT_ONCE) {
            int to = Math.min(length, from + CHARS_AT_ONCE);
            makeRoom(2 * (to - from));
            for (int i = from; i < to; i++) {
                buffer[filled++] = (byte) (text.charAt(i) >>> 8);
                buffer[filled++] = (byte) text.charAt(i);
            }
        }
    }

    void bytes(byte[] source, int from, int to) {
        int length = to - from;
        number(length);
        if (length > buffer.length) {
            makeRoom(buffer.length);
            sha256.update(source, from, length);
        } else {
            makeRoom(length);
            System.arraycopy(source, from, buffer, filled, length);
            filled += length;
        }
    }

    /** Marks an absent part: no part has this length. */
    void absent() {
        number(-1);
    }

    private void makeRoom(int needed) {
        if (buffer.length - filled < needed) {
            flush();
        }
    }

    private void flush() {
        sha256.update(buffer, 0, filled);
        filled = 0;
    }

    IdempotencyKey finish(boolean signed) {
        flush();
        try {
            sha256.digest(buffer, 0, DIGEST_LENGTH);
        } catch (DigestException e) {
            throw new IllegalStateException("the buffer has room for a digest", e);
        }
        return IdempotencyKey.ofDigest(buffer, signed);
    }
}
