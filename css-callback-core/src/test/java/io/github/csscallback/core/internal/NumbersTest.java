package io.github.csscallback.core.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0, 0",
        "7, 7",
        "-7, -7",
        "007, 7",
        "0000000000000000007, 7",
        "0000000000000000000, 0",
        "-0000000000000000000, 0",
        "2147483648, 2147483648",
        "999999999999999999, 999999999999999999",
        "9223372036854775807, 9223372036854775807",
        "-9223372036854775808, -9223372036854775808",
        "-9223372036854775807, -9223372036854775807"
    })
    void anIntegerOf64BitsIsRead(String text, long value) {
        byte[] bytes = ascii(text);
        assertThat(Numbers.longOr(bytes, 0, bytes.length, 5)).isEqualTo(value);
        assertThat(Numbers.longOr(bytes, 0, bytes.length, 6)).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                "--1",
                "+1",
                " 1",
                "1 ",
                "1.0",
                "1e3",
                "0x1",
                "/",
                ":",
                "9223372036854775808",
                "-9223372036854775809",
                "9999999999999999999",
                "-9999999999999999999",
                "00000000000000000001",
                "18446744073709551615"
            })
    void anythingElseIsNoIntegerOf64Bits(String text) {
        byte[] bytes = ascii(text);
        assertThat(Numbers.longOr(bytes, 0, bytes.length, 5)).isEqualTo(5);
        assertThat(Numbers.longOr(bytes, 0, bytes.length, 6)).isEqualTo(6);
    }

    @Test
    void digitsOfAnotherScriptAreNoInteger() {
        byte[] arabicIndic = "\u0661".getBytes(StandardCharsets.UTF_8);
        assertThat(Numbers.longOr(arabicIndic, 0, arabicIndic.length, 5)).isEqualTo(5);
        assertThat(Numbers.isPlainDecimal("\u0661")).isFalse();
    }

    @Test
    void onlyTheGivenBytesAreRead() {
        byte[] bytes = ascii("x-12y");
        assertThat(Numbers.longOr(bytes, 1, 4, 5)).isEqualTo(-12);
        assertThat(Numbers.longOr(bytes, 0, 4, 5)).isEqualTo(5);
        assertThat(Numbers.longOr(bytes, 1, 5, 5)).isEqualTo(5);
        assertThat(Numbers.longOr(bytes, 1, 2, 5)).isEqualTo(5);
    }

    private static boolean isLong(String text) {
        return text.matches("-?[0-9]+") && new BigInteger(text).bitLength() < Long.SIZE;
    }

    /** Eight bytes are looked at together: each place must count, wherever the number stands. */
    @Test
    void oneOddByteAnywhereIsFound() {
        for (int digits = 1; digits <= 19; digits++) {
            String number = "1234567890123456789".substring(0, digits);
            for (String behind : new String[] {"", ",", "1", "1234567890"}) {
                byte[] whole = ascii("x" + number + behind);
                assertThat(Numbers.longOr(whole, 1, 1 + digits, -5)).isEqualTo(Long.parseLong(number));
                for (int at = 1; at <= digits; at++) {
                    for (int odd = 0; odd < 256; odd++) {
                        byte[] bytes = whole.clone();
                        bytes[at] = (byte) odd;
                        String text = new String(bytes, 1, digits, StandardCharsets.ISO_8859_1);
                        long expected = isLong(text) ? Long.parseLong(text) : Long.MIN_VALUE;
                        assertThat(Numbers.longOr(bytes, 1, 1 + digits, Long.MIN_VALUE))
                                .as(text)
                                .isEqualTo(expected);
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-0",
                "44.15314104741461",
                "-1.5",
                "007.50",
                "12345678901234567890123456789012",
                "-123456789012345678901234567.890"
            })
    void aPlainDecimalOfUpTo32CharactersIsRecognized(String text) {
        assertThat(Numbers.isPlainDecimal(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                ".",
                ".5",
                "5.",
                "-.5",
                "1.2.3",
                "1,5",
                "1e3",
                "+1",
                " 1",
                "1 ",
                "NaN",
                "Infinity",
                "1:5",
                "123456789012345678901234567890123"
            })
    void anythingElseIsNoPlainDecimal(String text) {
        assertThat(Numbers.isPlainDecimal(text)).isFalse();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
