package io.github.csscallback.core.field;

import io.github.csscallback.core.internal.Members;
import io.github.csscallback.core.internal.Members.Kind;
import io.github.csscallback.core.internal.Numbers;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The forms that one value may have, wherever it stands: as a member, alone in place of a list, or as an element. CSS
 * sends numbers as texts and texts as numbers, so each reading takes both.
 */
final class FieldValue {

    private static final BigInteger NANOS_PER_SECOND = BigInteger.valueOf(1_000_000_000);

    /** Hardly ever a number of a packet. */
    static final long NO_LONG = Long.MIN_VALUE;

    private FieldValue() {}

    /** The integer of 64 bits, or {@link #NO_LONG}. */
    static long toLong(Members values, int at) {
        return longOr(values, at, NO_LONG);
    }

    /** Whether what {@link #toLong} gave is an integer that stands there. */
    static boolean isLong(long read, Members values, int at) {
        return read != NO_LONG || longOr(values, at, 0) == NO_LONG;
    }

    private static long longOr(Members values, int at, long otherwise) {
        return values.isScalar(at)
                ? Numbers.longOr(values.source(), values.start(at), values.end(at), otherwise)
                : otherwise;
    }

    static @Nullable String textOrNull(Members values, int at) {
        return values.isScalar(at) ? values.text(at) : null;
    }

    static @Nullable Double decimalOrNull(Members values, int at) {
        String text = textOrNull(values, at);
        if (text == null || (values.kind(at) == Kind.TEXT && !Numbers.isPlainDecimal(text))) {
            return null;
        }
        double value = Double.parseDouble(text);
        return Double.isFinite(value) ? value : null;
    }

    /** A length of time in a unit of so many digits of nanoseconds: 9 for seconds, 6 for milliseconds. */
    static @Nullable Duration lengthOrNull(Members values, int at, int nanoDigits) {
        Double length = decimalOrNull(values, at);
        if (length == null) {
            return null;
        }
        // By way of the shortest decimal that means this double: 4.783 is then 4.783 and not 4.78299999999999.
        BigInteger nanos = BigDecimal.valueOf(length)
                .movePointRight(nanoDigits)
                .setScale(0, RoundingMode.HALF_EVEN)
                .toBigInteger();
        BigInteger[] parts = nanos.divideAndRemainder(NANOS_PER_SECOND);
        return parts[0].bitLength() < Long.SIZE - 1
                ? Duration.ofSeconds(parts[0].longValue(), parts[1].longValue())
                : null;
    }
}
