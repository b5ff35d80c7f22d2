package io.github.csscallback.receiver.idempotency;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.HexFormat;

/**
 * Equal for every delivery of one event, different for another event. CSS sends no event id, so the key is derived by SHA-256
 * from the members that identify the event; {@link io.github.csscallback.receiver.CallbackReceiver} names them. The members
 * cannot be derived from it. Immutable.
 *
 * <p>The highest bit shows whether the event came without a signature, so that a store can keep unsigned events, which
 * anybody can send, from displacing signed ones. The other 127 bits are those of the digest.
 *
 * @param high the first 8 bytes, big-endian
 * @param low the last 8 bytes, big-endian
 */
public record IdempotencyKey(long high, long low) {

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final int HEX_LENGTH = 32;

    /**
     * Creates a key of the first 16 bytes of a digest.
     *
     * @param digest at least 16 bytes
     * @param signed whether the event came with a valid signature
     * @return the key
     */
    public static IdempotencyKey ofDigest(byte[] digest, boolean signed) {
        long high = (long) LONGS.get(digest, 0);
        return new IdempotencyKey(
                signed ? high & Long.MAX_VALUE : high | Long.MIN_VALUE, (long) LONGS.get(digest, Long.BYTES));
    }

    /**
     * Parses the form of {@link #toString()}, for stores that keep text.
     *
     * @param hex 32 hexadecimal characters
     * @return the key
     * @throws IllegalArgumentException if the text has another form
     */
    public static IdempotencyKey parse(String hex) {
        if (hex.length() != HEX_LENGTH) {
            throw new IllegalArgumentException("an idempotency key has " + HEX_LENGTH + " hexadecimal characters");
        }
        byte[] bytes = HexFormat.of().parseHex(hex);
        return new IdempotencyKey((long) LONGS.get(bytes, 0), (long) LONGS.get(bytes, Long.BYTES));
    }

    /** Returns whether the event came with a valid signature. */
    public boolean isSigned() {
        return high >= 0;
    }

    /** Returns 32 lower-case hexadecimal characters. */
    @Override
    public String toString() {
        return HexFormat.of().toHexDigits(high) + HexFormat.of().toHexDigits(low);
    }
}
