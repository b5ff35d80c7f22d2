package io.github.csscallback.receiver.internal.read;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Eight bytes of a text in one number, the first in its lowest bits: looked at together they cost what one alone does. The
 * questions answer with the top bit of the first byte that is meant, and of none before it; bits behind it mean nothing.
 */
final class EightBytes {

    static final long TOP_BITS = 0x8080_8080_8080_8080L;

    private static final long EACH = 0x0101_0101_0101_0101L;
    private static final VarHandle VIEW = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private EightBytes() {}

    /** The bytes from a place that has seven more behind it. */
    static long at(byte[] source, int place) {
        return (long) VIEW.get(source, place);
    }

    /** The bytes from a place, with zeros where the source has ended. */
    static long padded(byte[] source, int place) {
        if (place <= source.length - 8) {
            return at(source, place);
        }
        long eight = 0;
        for (int i = source.length - 1; i >= place; i--) {
            eight = (eight << 8) | (source[i] & 0xFF);
        }
        return eight;
    }

    /** Only the first bytes, fewer than eight, the others zero. */
    static long first(long eight, int count) {
        return eight & ((1L << (8 * count)) - 1);
    }

    /** Where a quote, a backslash or a control character stands. */
    static long endsOfPlain(long eight) {
        return zeros(eight ^ ('"' * EACH)) | zeros(eight ^ ('\\' * EACH)) | ((eight - ' ' * EACH) & ~eight & TOP_BITS);
    }

    /** Where anything but a digit stands. */
    static long endsOfDigits(long eight) {
        long values = eight ^ ('0' * EACH);
        return ((values + (0x7F - 9) * EACH) | values) & TOP_BITS;
    }

    private static long zeros(long eight) {
        return (eight - EACH) & ~eight & TOP_BITS;
    }

    /** How many bytes stand before the one that an answer means. */
    static int before(long answer) {
        return Long.numberOfTrailingZeros(answer) >>> 3;
    }
}
