package io.github.csscallback.core.internal;

/**
 * The two forms of a number that this SDK accepts where CSS may send a number as text: {@code -?[0-9]{1,19}} and a plain
 * decimal of up to 32 characters. Reads ASCII bytes, so no locale and no other script's digits come into it.
 */
public final class Numbers {

    private static final int MAX_LONG_DIGITS = 19;
    private static final int MAX_DECIMAL_LENGTH = 32;

    private Numbers() {}

    /**
     * Whether the bytes are an integer that fits 64 bits with sign.
     *
     * @param source the bytes
     * @param from the first
     * @param to one after the last
     * @return true if {@link #parseLong} may be called
     */
    public static boolean isLong(byte[] source, int from, int to) {
        int at = from < to && source[from] == '-' ? from + 1 : from;
        int digits = to - at;
        if (digits < 1 || digits > MAX_LONG_DIGITS) {
            return false;
        }
        for (int i = at; i < to; i++) {
            if (source[i] < '0' || source[i] > '9') {
                return false;
            }
        }
        // 19 digits may be too large; the negated sum reaches one further than the positive and then turns positive.
        return digits < MAX_LONG_DIGITS || fits(source, at, to, at > from);
    }

    private static boolean fits(byte[] source, int from, int to, boolean negative) {
        long negated = negatedValue(source, from, to);
        return negative ? negated <= 0 : negated <= 0 && negated != Long.MIN_VALUE;
    }

    private static long negatedValue(byte[] source, int from, int to) {
        long negated = 0;
        for (int i = from; i < to; i++) {
            negated = negated * 10 - (source[i] - '0');
        }
        return negated;
    }

    /**
     * The integer that the bytes are.
     *
     * @param source the bytes
     * @param from the first
     * @param to one after the last
     * @return the value; meaningless unless {@link #isLong} is true
     */
    public static long parseLong(byte[] source, int from, int to) {
        return source[from] == '-' ? negatedValue(source, from + 1, to) : -negatedValue(source, from, to);
    }

    /**
     * Whether the text is a plain decimal: an optional minus, digits, optionally a point and digits.
     *
     * @param text the text
     * @return true if it has that form and at most 32 characters
     */
    public static boolean isPlainDecimal(String text) {
        int length = text.length();
        if (length > MAX_DECIMAL_LENGTH) {
            return false;
        }
        int at = text.startsWith("-") ? 1 : 0;
        int afterInteger = skipDigits(text, at);
        if (afterInteger == at) {
            return false;
        }
        if (afterInteger == length) {
            return true;
        }
        int fraction = afterInteger + 1;
        return text.charAt(afterInteger) == '.' && fraction < length && skipDigits(text, fraction) == length;
    }

    private static int skipDigits(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return at;
    }
}
