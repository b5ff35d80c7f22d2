package io.github.csscallback.core.internal;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Eight bytes of a text in one number, the first in its lowest bits: looked at together they cost what one alone does. The
 * questions answer with the top bit of the first byte that is meant, and of none before it; bits behind it mean nothing.
 */
public final class EightBytes {

    /** The top bit of each byte, which ASCII does not have. */
    public static final long TOP_BITS = 0x8080_8080_8080_8080L;

    private static final int MOST_COPIED_BY_EIGHT = 64;

    private static final long EACH = 0x0101_0101_0101_0101L;
    private static final long EACH_OF_FOUR = 0x0001_0001_0001_0001L;
    private static final long ZERO_DIGITS = '0' * EACH;
    private static final long BEFORE_LETTERS = ('a' - 1) * EACH;
    private static final VarHandle VIEW = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private EightBytes() {}

    /**
     * The bytes from a place that has seven more behind it.
     *
     * @param source the text
     * @param place the first
     * @return the eight bytes
     */
    public static long at(byte[] source, int place) {
        return (long) VIEW.get(source, place);
    }

    /**
     * Writes eight bytes to a place that has seven more behind it.
     *
     * @param target where to
     * @param place the first
     * @param eight the bytes
     */
    public static void put(byte[] target, int place, long eight) {
        VIEW.set(target, place, eight);
    }

    /**
     * Copies bytes from one array to another. Quicker than the general way for the few bytes of most texts; may write up
     * to seven bytes too many, if the target has room for them.
     *
     * @param source where from
     * @param from the first
     * @param target where to; another array
     * @param to the first
     * @param count how many
     */
    public static void copy(byte[] source, int from, byte[] target, int to, int count) {
        int room = Math.min(source.length - from, target.length - to);
        if (count > MOST_COPIED_BY_EIGHT || room < count + Long.BYTES - 1) {
            System.arraycopy(source, from, target, to, count);
            return;
        }
        for (int i = 0; i < count; i += Long.BYTES) {
            put(target, to + i, at(source, from + i));
        }
    }

    /**
     * The bytes from a place, with zeros where the source has ended.
     *
     * @param source the text
     * @param place the first
     * @return the eight bytes
     */
    public static long padded(byte[] source, int place) {
        return place <= source.length - Long.BYTES ? at(source, place) : last(source, place);
    }

    private static long last(byte[] source, int place) {
        long eight = 0;
        for (int i = source.length - 1; i >= place; i--) {
            eight = (eight << 8) | (source[i] & 0xFF);
        }
        return eight;
    }

    /**
     * Only the first bytes, the others zero.
     *
     * @param eight the bytes
     * @param count how many, fewer than eight
     * @return the first of them
     */
    public static long first(long eight, int count) {
        return eight & ((1L << (8 * count)) - 1);
    }

    /**
     * Where a quote, a backslash or a control character stands.
     *
     * @param eight the bytes
     * @return the answer, 0 if there is none
     */
    public static long endsOfPlain(long eight) {
        return zeros(eight ^ ('"' * EACH)) | zeros(eight ^ ('\\' * EACH)) | ((eight - ' ' * EACH) & ~eight & TOP_BITS);
    }

    /**
     * Where anything but a digit stands.
     *
     * @param eight the bytes
     * @return the answer, 0 if all are digits
     */
    public static long endsOfDigits(long eight) {
        long values = eight ^ ZERO_DIGITS;
        return ((values + (0x7F - 9) * EACH) | values) & TOP_BITS;
    }

    /**
     * Where a byte stands.
     *
     * @param eight the bytes
     * @param wanted an ASCII character
     * @return the answer, 0 if there is none
     */
    public static long placesOf(long eight, char wanted) {
        return zeros(eight ^ (wanted * EACH));
    }

    /**
     * Everywhere a byte stands: an answer of which all bits count.
     *
     * @param eight the bytes
     * @param wanted an ASCII character
     * @return the top bit of each such byte
     */
    public static long allPlacesOf(long eight, char wanted) {
        long others = eight ^ (wanted * EACH);
        return ~(((others & ~TOP_BITS) + ~TOP_BITS) | others | ~TOP_BITS);
    }

    private static long zeros(long eight) {
        return (eight - EACH) & ~eight & TOP_BITS;
    }

    /**
     * How many bytes stand before the one that an answer means.
     *
     * @param answer not 0
     * @return the number
     */
    public static int before(long answer) {
        return Long.numberOfTrailingZeros(answer) >>> 3;
    }

    /**
     * The first bytes moved to the end, with zero digits in front.
     *
     * @param eight the bytes
     * @param count how many, from 1 to 8
     * @return the eight characters
     */
    public static long rightAligned(long eight, int count) {
        return ((eight ^ ZERO_DIGITS) << (Long.SIZE - 8 * count)) ^ ZERO_DIGITS;
    }

    /**
     * The number that the bytes are when read as decimal digits.
     *
     * @param eight eight digits
     * @return the number
     */
    public static long decimal(long eight) {
        // Neighbours are joined: to four numbers of two digits in each second byte, two of four digits, one of eight.
        long digits = eight ^ ZERO_DIGITS;
        long twos = (digits * 10 + (digits >>> 8)) & (0xFF * EACH_OF_FOUR);
        long fours = (twos * 100 + (twos >>> 16)) & 0x0000_FFFF_0000_FFFFL;
        return (fours * 10_000 + (fours >>> 32)) & 0xFFFF_FFFFL;
    }

    /**
     * Whether all eight are hexadecimal digits of either case.
     *
     * @param eight eight bytes
     * @return true if they are
     */
    public static boolean areHexDigits(long eight) {
        // Without top bits no sum below carries into the next byte, so each byte gets an answer of its own.
        long digits = (eight & ~TOP_BITS) ^ ZERO_DIGITS;
        long letters = (lowerCase(eight) & ~TOP_BITS) ^ BEFORE_LETTERS;
        long areDigits = ~(digits + (0x7F - 9) * EACH);
        long areLetters = (letters + 0x7F * EACH) & ~(letters + (0x7F - 6) * EACH);
        return ((areDigits | areLetters) & ~eight & TOP_BITS) == TOP_BITS;
    }

    /**
     * Hexadecimal digits in lower case.
     *
     * @param hexDigits eight of them, of either case
     * @return the same in lower case
     */
    public static long lowerCase(long hexDigits) {
        return hexDigits | (0x20 * EACH);
    }

    /**
     * Four bytes in hexadecimal.
     *
     * @param four four bytes, the first in its lowest bits
     * @return eight digits in lower case
     */
    public static long hex(int four) {
        long unsigned = four & 0xFFFF_FFFFL;
        long twos = (unsigned | (unsigned << 16)) & 0x0000_FFFF_0000_FFFFL;
        long bytes = (twos | (twos << 8)) & (0xFF * EACH_OF_FOUR);
        long digits = ((bytes >>> 4) | (bytes << 8)) & (0xF * EACH);
        long areLetters = ((digits + 6 * EACH) >>> 4) & EACH;
        return digits + ZERO_DIGITS + areLetters * ('a' - 10 - '0');
    }
}
