package io.github.csscallback.core.signature;

import io.github.csscallback.core.internal.Numbers;
import io.github.csscallback.core.internal.SignedMembers;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * The one form that {@code t} and {@code sign} may have: ASCII digits without a leading zero, and 32 hexadecimal ASCII
 * digits of either case.
 */
final class SignatureForm {

    private static final int MAX_SECONDS_DIGITS = 12;
    private static final int MILLIS_DIGITS = 13;
    /** The last second that prints as a date with four digits of year. */
    private static final long MAX_SECONDS = 253_402_300_799L;

    private SignatureForm() {}

    /** Describes what is wrong with the two members, without any value of theirs; null if nothing is. */
    static @Nullable String malformation(SignedMembers signed) {
        if (!signed.hasT()) {
            return "sign is present but t is missing";
        }
        if (!signed.hasSign()) {
            return "t is present but sign is missing";
        }
        String inT = malformationOfT(signed.source(), signed.tFrom(), signed.tTo());
        return inT != null ? inT : malformationOfSign(signed.source(), signed.signFrom(), signed.signTo());
    }

    /** The seconds that a well-formed {@code t} gives. */
    static long seconds(SignedMembers signed) {
        return Numbers.longOr(signed.source(), signed.tFrom(), signed.tTo(), -1);
    }

    /** The bytes that a well-formed {@code sign} gives. */
    static byte[] digest(SignedMembers signed) {
        byte[] digest = new byte[Md5.LENGTH];
        for (int i = 0; i < Md5.LENGTH; i++) {
            int at = signed.signFrom() + 2 * i;
            digest[i] = (byte) (hexDigit(signed.source()[at]) << 4 | hexDigit(signed.source()[at + 1]));
        }
        return digest;
    }

    private static @Nullable String malformationOfT(byte[] source, int from, int to) {
        for (int at = from; at < to; at++) {
            if (source[at] < '0' || source[at] > '9') {
                return "t is not the digits of a Unix time alone";
            }
        }
        int length = to - from;
        if (length == 0) {
            return "t is empty, or neither a number nor a text";
        }
        if (source[from] == '0') {
            return "t is zero or has a leading zero";
        }
        if (length == MILLIS_DIGITS) {
            return "t has 13 digits, as a time in milliseconds; CSS sends seconds";
        }
        return length > MAX_SECONDS_DIGITS || Numbers.longOr(source, from, to, -1) > MAX_SECONDS
                ? "t is beyond the year 9999"
                : null;
    }

    private static @Nullable String malformationOfSign(byte[] source, int from, int to) {
        int length = to - from;
        if (length == 0) {
            return "sign is empty or not a text";
        }
        if (length != 2 * Md5.LENGTH) {
            return "sign has " + length + " characters, not 32 hexadecimal digits";
        }
        for (int at = from; at < to; at++) {
            if (hexDigit(source[at]) < 0) {
                return "sign has a character that is not a hexadecimal digit";
            }
        }
        return null;
    }

    private static int hexDigit(byte character) {
        return HexFormat.isHexDigit(character) ? HexFormat.fromHexDigit(character) : -1;
    }
}
