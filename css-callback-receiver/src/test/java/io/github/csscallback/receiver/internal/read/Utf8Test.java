package io.github.csscallback.receiver.internal.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.csscallback.testsupport.Seeds;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Utf8Test {

    @Test
    void everyCharacterIsWellFormedWhereverItStands() {
        for (int character = 0; character <= Character.MAX_CODE_POINT; character++) {
            if (character < Character.MIN_SURROGATE || character > Character.MAX_SURROGATE) {
                byte[] bytes = ("1234567".substring(character % 8) + Character.toString(character))
                        .getBytes(StandardCharsets.UTF_8);
                assertThat(firstMalformed(bytes)).isEqualTo(-1);
            }
        }
    }

    @Test
    void anyTwoBytesAreJudgedAsTheJdkDoes() {
        for (int pair = 0; pair <= 0xFFFF; pair++) {
            byte[] bytes = {'a', (byte) (pair >> 8), (byte) pair};
            assertThat(firstMalformed(bytes)).isEqualTo(byTheJdk(bytes));
        }
    }

    @Test
    void anyThreeBytesThatBeginACharacterAreJudgedAsTheJdkDoes() {
        for (int lead = 0xC0; lead <= 0xFF; lead++) {
            for (int pair = 0; pair <= 0xFFFF; pair++) {
                if ((pair & 0x3F) == 0 || (pair & 0x3F) == 0x3F) { // the edges of every range
                    byte[] bytes = {(byte) lead, (byte) (pair >> 8), (byte) pair};
                    int expected = byTheJdk(bytes);
                    if (firstMalformed(bytes) != expected) {
                        assertThat(firstMalformed(bytes))
                                .as(HexFormat.of().formatHex(bytes))
                                .isEqualTo(expected);
                    }
                }
            }
        }
    }

    @Test
    void longerBytesAreJudgedAsTheJdkDoes() {
        Seeds.run(20_000, random -> {
            byte[] bytes = new byte[random.nextInt(40)];
            int[] edges = {
                0x00, 0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC2, 0xDF, 0xE0, 0xED, 0xEF, 0xF0, 0xF4
            };
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = (byte) (random.nextInt(3) > 0 ? 'x' : edges[random.nextInt(edges.length)]);
            }
            assertThat(firstMalformed(bytes)).isEqualTo(byTheJdk(bytes));
        });
    }

    @ParameterizedTest
    @CsvSource({
        "c080, 0", // overlong forms
        "c1bf, 0",
        "e09fbf, 0",
        "f08fbfbf, 0",
        "eda080, 0", // halves of a surrogate pair
        "edbfbf, 0",
        "f4908080, 0", // beyond U+10FFFF
        "f5808080, 0",
        "ff, 0",
        "80, 0",
        "c2, 0", // cut off
        "e282, 0",
        "f09f94, 0",
        "e28261, 0",
        "61626364656667e9, 7",
        "6162636465666768e9, 8",
        "61626364656667c3a9c3, 9",
        "61626364656667c3a9, -1",
        "f09f9491, -1",
        "'', -1"
    })
    void theFirstMalformedByteIsFound(String hex, int expected) {
        byte[] bytes = HexFormat.of().parseHex(hex);
        assertThat(firstMalformed(bytes)).isEqualTo(expected);
        assertThat(byTheJdk(bytes)).isEqualTo(expected);
    }

    /** As the scanner goes through a text. */
    private static int firstMalformed(byte[] bytes) {
        int at = 0;
        while (at < bytes.length) {
            int size = bytes[at] >= 0 ? 1 : Utf8.characterSize(bytes, at);
            if (size == 0) {
                return at;
            }
            at += size;
        }
        return -1;
    }

    private static int byTheJdk(byte[] bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length + 1);
        boolean malformed = decoder.decode(in, out, true).isError();
        return malformed ? in.position() : -1;
    }
}
