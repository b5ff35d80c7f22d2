package io.github.csscallback.receiver.internal.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.csscallback.testsupport.Seeds;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EscapesTest {

    @Test
    void areResolvedAsJacksonDoes() {
        Seeds.run(5_000, random -> {
            String quoted = RandomJson.text(random);
            String inside = quoted.substring(1, quoted.length() - 1);
            Object expected =
                    StrictJackson.read(quoted.getBytes(StandardCharsets.UTF_8)).orElseThrow();
            assertThat(decoded(inside)).isEqualTo(expected);
        });
    }

    @Test
    void everyUnitOfSixteenBitsIsResolvedInEitherCase() {
        for (int unit = 0; unit <= 0xFFFF; unit++) {
            boolean half = Character.isSurrogate((char) unit);
            String expected = half ? "\ufffd" : String.valueOf((char) unit);
            String escaped = "\\u" + HexFormat.of().toHexDigits((short) unit);
            assertThat(decoded(escaped)).isEqualTo(expected);
            assertThat(decoded(escaped.replace('a', 'A').replace('f', 'F'))).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "d800, dc00, 10000",
        "dbff, dfff, 10ffff",
        "d83d, dd11, 1f511",
        "D83D, DD11, 1f511",
    })
    void twoHalvesBecomeOneCharacter(String high, String low, String character) {
        assertThat(decoded("\\u" + high + "\\u" + low)).isEqualTo(Character.toString(Integer.parseInt(character, 16)));
    }

    @ParameterizedTest
    @CsvSource({
        "\\ud83d, \ufffd",
        "\\udd11, \ufffd",
        "\\udd11\\ud83d, \ufffd\ufffd",
        "\\ud83d\\ud83d\\udd11, \ufffd\ud83d\udd11",
        "\\ud83dx, \ufffdx",
        "\\ud83d\\n, '\ufffd\n'",
        "\\ud83d\\nudd11, '\ufffd\nudd11'",
        "\\ud83d\\u0041, \ufffdA",
        "\\ud83dudd11, \ufffdudd11",
    })
    void aHalfAloneIsReplaced(String escaped, String expected) {
        assertThat(decoded(escaped)).isEqualTo(expected);
    }

    @Test
    void onlyTheGivenRangeIsLookedAt() {
        byte[] source = "\\n\\ud83d\\udd11\\t".getBytes(StandardCharsets.US_ASCII);

        assertThat(Escapes.decode(source, 2, 8)).isEqualTo("\ufffd");
        assertThat(Escapes.decode(source, 2, 14)).isEqualTo("\ud83d\udd11");
        assertThat(Escapes.decode(source, 4, 4)).isEmpty();
    }

    private static String decoded(String escaped) {
        byte[] source = escaped.getBytes(StandardCharsets.UTF_8);
        return Escapes.decode(source, 0, source.length);
    }
}
