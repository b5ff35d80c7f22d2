package io.github.csscallback.core.internal;

import static org.assertj.core.api.Assertions.assertThat;

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
        assertThat(Numbers.isLong(bytes, 0, bytes.length)).isTrue();
        assertThat(Numbers.parseLong(bytes, 0, bytes.length)).isEqualTo(value);
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
        assertThat(Numbers.isLong(bytes, 0, bytes.length)).isFalse();
    }

    @Test
    void digitsOfAnotherScriptAreNoInteger() {
        byte[] arabicIndic = "\u0661".getBytes(StandardCharsets.UTF_8);
        assertThat(Numbers.isLong(arabicIndic, 0, arabicIndic.length)).isFalse();
        assertThat(Numbers.isPlainDecimal("\u0661")).isFalse();
    }

    @Test
    void onlyTheGivenBytesAreRead() {
        byte[] bytes = ascii("x-12y");
        assertThat(Numbers.isLong(bytes, 1, 4)).isTrue();
        assertThat(Numbers.parseLong(bytes, 1, 4)).isEqualTo(-12);
        assertThat(Numbers.isLong(bytes, 0, 4)).isFalse();
        assertThat(Numbers.isLong(bytes, 1, 5)).isFalse();
        assertThat(Numbers.isLong(bytes, 1, 2)).isFalse();
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
