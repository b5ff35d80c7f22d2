package io.github.csscallback.core.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Random;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;

/** Eight bytes looked at together answer as each of them alone would. */
class EightBytesTest {

    private static final long SEED = 20_261_125;

    /** Bytes in which the wanted ones are frequent, and their neighbours. */
    private static byte[] bytes(Random random, int length) {
        byte[] bytes = new byte[length];
        String frequent = "\"\\#![]0123456789/: \u001f\u0001\u0000\u007f\u0080\u00a2\u00dc\u00ff";
        byte[] choice = frequent.getBytes(StandardCharsets.ISO_8859_1);
        for (int i = 0; i < length; i++) {
            bytes[i] = random.nextInt(4) == 0 ? (byte) random.nextInt() : choice[random.nextInt(choice.length)];
        }
        return bytes;
    }

    private static int firstIn(byte[] eight, IntPredicate wanted) {
        for (int i = 0; i < eight.length; i++) {
            if (wanted.test(eight[i] & 0xFF)) {
                return i;
            }
        }
        return -1;
    }

    private static int firstOf(long answer) {
        return answer == 0 ? -1 : EightBytes.before(answer);
    }

    @Test
    void theFirstByteThatIsMeantIsFound() {
        Random random = new Random(SEED);
        for (int round = 0; round < 200_000; round++) {
            byte[] eight = bytes(random, 8);
            long value = EightBytes.at(eight, 0);

            assertThat(firstOf(EightBytes.endsOfPlain(value)))
                    .isEqualTo(firstIn(eight, b -> b == '"' || b == '\\' || b < ' '));
            assertThat(firstOf(EightBytes.endsOfDigits(value))).isEqualTo(firstIn(eight, b -> b < '0' || b > '9'));
            assertThat(firstOf(EightBytes.placesOf(value, '\\'))).isEqualTo(firstIn(eight, b -> b == '\\'));
            long all = 0;
            for (int i = 0; i < 8; i++) {
                all |= eight[i] == '\\' ? 0x80L << (8 * i) : 0;
            }
            assertThat(EightBytes.allPlacesOf(value, '\\')).isEqualTo(all);
        }
    }

    @Test
    void whereTheSourceEndsZerosFollow() {
        byte[] source = {1, 2, 3, 4, 5, 6, 7, 8, 9};

        assertThat(EightBytes.padded(source, 1)).isEqualTo(0x0908_0706_0504_0302L);
        assertThat(EightBytes.padded(source, 2)).isEqualTo(0x0009_0807_0605_0403L);
        assertThat(EightBytes.padded(source, 8)).isEqualTo(9);
        assertThat(EightBytes.padded(source, 9)).isZero();
        assertThat(EightBytes.padded(source, 20)).isZero();
        assertThat(EightBytes.first(0x0908_0706_0504_0302L, 3)).isEqualTo(0x0004_0302L);
        assertThat(EightBytes.first(0x0908_0706_0504_0302L, 0)).isZero();
    }

    @Test
    void digitsAreANumber() {
        Random random = new Random(SEED);
        for (int round = 0; round < 100_000; round++) {
            int count = 1 + random.nextInt(8);
            String digits = String.format(Locale.ROOT, "%08d", random.nextInt(100_000_000))
                    .substring(8 - count);
            long eight = EightBytes.at((digits + "\u00ff:/9x\u0000\u00007").getBytes(StandardCharsets.ISO_8859_1), 0);

            assertThat(EightBytes.decimal(EightBytes.rightAligned(eight, count)))
                    .isEqualTo(Long.parseLong(digits));
        }
    }

    @Test
    void bytesAreWrittenInHexadecimal() {
        Random random = new Random(SEED);
        for (int round = 0; round < 100_000; round++) {
            byte[] four = bytes(random, 4);
            String expected = HexFormat.of().formatHex(four);

            long digits = EightBytes.hex((int) EightBytes.padded(four, 0));

            assertThat(text(digits)).isEqualTo(expected);
            long upperCase = EightBytes.at(expected.toUpperCase(Locale.ROOT).getBytes(StandardCharsets.US_ASCII), 0);
            assertThat(text(EightBytes.lowerCase(upperCase))).isEqualTo(expected);
            assertThat(EightBytes.areHexDigits(digits)).isTrue();
            assertThat(EightBytes.areHexDigits(upperCase)).isTrue();
        }
    }

    @Test
    void anyOtherByteAnywhereIsNoHexadecimalDigit() {
        byte[] digits = "09afAF5c".getBytes(StandardCharsets.US_ASCII);
        for (int place = 0; place < 8; place++) {
            for (int value = 0; value < 256; value++) {
                byte[] changed = digits.clone();
                changed[place] = (byte) value;
                boolean isDigit = value < 128 && Character.digit(value, 16) >= 0;
                assertThat(EightBytes.areHexDigits(EightBytes.at(changed, 0)))
                        .as("byte %s at %s", value, place)
                        .isEqualTo(isDigit);
            }
        }
    }

    private static String text(long eight) {
        byte[] bytes = new byte[8];
        EightBytes.put(bytes, 0, eight);
        return new String(bytes, StandardCharsets.US_ASCII);
    }

    @Test
    void aCopyHasTheBytesAndLeavesThoseBeforeAlone() {
        Random random = new Random(SEED);
        for (int round = 0; round < 50_000; round++) {
            byte[] source = bytes(random, 1 + random.nextInt(100));
            int from = random.nextInt(source.length);
            int count = random.nextInt(source.length - from + 1);
            byte[] target = new byte[count + random.nextInt(20)];
            int to = random.nextInt(target.length - count + 1);
            Arrays.fill(target, 0, to, (byte) 7);

            EightBytes.copy(source, from, target, to, count);

            assertThat(Arrays.copyOfRange(target, to, to + count))
                    .isEqualTo(Arrays.copyOfRange(source, from, from + count));
            assertThat(firstIn(Arrays.copyOf(target, to), b -> b != 7)).isEqualTo(-1);
        }
    }
}
