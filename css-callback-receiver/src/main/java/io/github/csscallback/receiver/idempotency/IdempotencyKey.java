package io.github.csscallback.receiver.idempotency;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.HexFormat;

/**
 * The identity of a delivery: equal for a repeat, different for another event. CSS sends no event id, so it is the first
 * 16 bytes of a SHA-256 over what names the event: see the receiver's documentation for the parts of each event type.
 * Reveals nothing of them. Immutable.
 *
 * @param high the first 8 bytes, big-endian
 * @param low the last 8 bytes, big-endian
 */
public record IdempotencyKey(long high, long low) {

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final int HEX_LENGTH = 32;

    /**
     * Takes the first 16 bytes of a digest.
     *
     * @param digest at least 16 bytes
     * @return the identity
     */
    public static IdempotencyKey ofDigest(byte[] digest) {
        return new IdempotencyKey((long) LONGS.get(digest, 0), (long) LONGS.get(digest, 8));
    }

    /**
     * Reads what {@link #toString()} wrote, for stores that keep text.
     *
     * @param hex 32 hexadecimal characters
     * @return the identity
     * @throws IllegalArgumentException if the text has another form
     */
    public static IdempotencyKey parse(String hex) {
        if (hex.length() != HEX_LENGTH) {
            throw new IllegalArgumentException("a delivery id has " + HEX_LENGTH + " hexadecimal characters");
        }
        return ofDigest(HexFormat.of().parseHex(hex));
    }

    /**
     * 32 lower-case hexadecimal characters.
     *
     * @return the text form
     */
    @Override
    public String toString() {
        return HexFormat.of().toHexDigits(high) + HexFormat.of().toHexDigits(low);
    }
}
