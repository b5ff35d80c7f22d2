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
     * Parses an integer: an optional minus and 1 to 19 digits, within 64 bits with sign. If the result is {@code otherwise}
     * and that could also be the value, call again with another default.
     *
     * @param source the bytes
     * @param from the first
     * @param to one after the last
     * @param otherwise the default for anything else
     * @return the value or {@code otherwise}
     */
    public static long longOr(byte[] source, int from, int to, long otherwise) {
        boolean isNegative = from < to && source[from] == '-';
        int at = isNegative ? from + 1 : from;
        int digits = to - at;
        if (digits < 1 || digits > MAX_LONG_DIGITS) {
            return otherwise;
        }
        long negated = 0; // negative numbers reach one further than positive ones
        for (int i = at; i < to; i++) {
            int digit = source[i] - '0';
            if (digit < 0 || digit > 9) {
                return otherwise;
            }
            negated = negated * 10 - digit;
        }
        // 19 digits may overflow, but only once: the result is then positive.
        boolean fits = negated <= 0 && (isNegative || negated != Long.MIN_VALUE);
        return !fits ? otherwise : isNegative ? negated : -negated;
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
