package io.github.csscallback.receiver.internal.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.csscallback.core.field.UnreadablePacketException;
import io.github.csscallback.testsupport.Seeds;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Our scanner and Jackson's parser, strictly set, read the same from the same bytes or both reject them. */
class JsonScannerAgainstJacksonTest {

    @Test
    void wellFormedJsonIsReadAlike() {
        Seeds.run(1_000, random -> Agreement.check(RandomJson.value(random)));
    }

    @Test
    void theGeneratorMakesMostlyWellFormedJson() {
        int[] read = {0};
        Seeds.run(
                100,
                random ->
                        read[0] += StrictJackson.read(RandomJson.value(random)).isPresent() ? 1 : 0);
        assertThat(read[0]).isGreaterThan(Long.getLong("seed") == null ? 70 : -1);
    }

    @Test
    void damagedJsonIsRejectedAlikeOrReadAlike() {
        Seeds.run(2_000, random -> Agreement.check(RandomJson.damaged(RandomJson.value(random), random)));
    }

    @Test
    void everyBeginningOfAPacketIsRejectedAlike() {
        byte[] json =
                "{\"a\\u0041\":[1.5e-3,true,false,null,\"x\\n\\u76f4直\",{}],\"b\":-0}".getBytes(StandardCharsets.UTF_8);
        for (int length = 0; length <= json.length; length++) {
            Agreement.check(Arrays.copyOf(json, length));
        }
    }

    /** More values than the tape's first size foresees for so few bytes: it has to grow, more than once, from any size. */
    @Test
    void manyShortValuesAreReadAlike() {
        for (int values = 0; values < 300; values++) {
            Agreement.check(("[" + "1,".repeat(values) + "1]").getBytes(StandardCharsets.US_ASCII));
            Agreement.check(("[" + "[],".repeat(values) + "{}]").getBytes(StandardCharsets.US_ASCII));
            Agreement.check(("{\"name\":\"" + "x".repeat(values) + "\",\"b\":[" + "0,".repeat(values) + "0]}")
                    .getBytes(StandardCharsets.US_ASCII));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "}",
                "[",
                "]",
                "{}",
                "[]",
                "{}{}",
                "{} {}",
                "[]]",
                "{\"a\"}",
                "{\"a\":}",
                "{\"a\":1,}",
                "{,}",
                "[,]",
                "[1,]",
                "[,1]",
                "[1 2]",
                "{\"a\" 1}",
                "{\"a\":1 \"b\":2}",
                "{a:1}",
                "{'a':1}",
                "{1:1}",
                "{\"a\":'b'}",
                "nul",
                "null",
                "nullx",
                "[nulll]",
                "tru",
                "True",
                "[falsey]",
                "NaN",
                "[NaN]",
                "[Infinity]",
                "[-Infinity]",
                "[undefined]",
                "0",
                "00",
                "[01]",
                "[-01]",
                "[-]",
                "[+1]",
                "[.5]",
                "[1.]",
                "[1.e1]",
                "[1e]",
                "[1e+]",
                "[1E5]",
                "[1e5.5]",
                "[0x1F]",
                "[1_000]",
                "[--1]",
                "[1-1]",
                "[0e0]",
                "[-0]",
                "[-0.0e-0]",
                "\"",
                "\"a",
                "\"\\\"",
                "\"\\",
                "\"\\x\"",
                "\"\\u\"",
                "\"\\u12\"",
                "\"\\u123g\"",
                "\"\\U0041\"",
                "\"\\'\"",
                "[\"a\nb\"]",
                "[\"a\tb\"]",
                "[\"a\u0000b\"]",
                "[\"a\u001fb\"]",
                "[\"a\u007fb\"]",
                "{\"a\nb\":1}",
                "{\"a\u001f\":1}",
                "//\n{}",
                "{}//",
                "/**/{}",
                "#\n{}",
                "\uFEFF{}",
                "\u00a0{}",
                "{}\u000b",
                "\f{}",
                "{}\u0000",
                "{\"a\":1,\"a\":1}",
                "{\"a\":1,\"\\u0061\":1}",
                "{\"\\u0061\":1,\"a\":1}",
                "{\"é\":1,\"\\u00e9\":1}",
                "{\"\":1,\"\":1}",
                "{\"a\":{\"a\":1}}",
                "{\"a\":[{\"b\":1,\"b\":1}]}",
                "{\"a\":1,\"A\":1}",
                "[{\"a\":1},{\"a\":1}]",
                "{\"Aa\":1,\"BB\":1}",
                "{\"Aa\":1,\"BB\":1,\"Aa\":1}",
                "{\"a\":1}\n",
                "\n{\"a\":1}",
                "{\"a\\\"\":1,\"a\":2}",
                "[[[[]]]]",
                "[{}]",
                "{\"a\":[]}"
            })
    void handPickedTextsAreReadAlike(String json) {
        Agreement.check(json.getBytes(StandardCharsets.UTF_8));
    }

    /** Not compared: Jackson 2.19 takes the Arabic digit one for the letter a, whose code ends in the same byte. */
    @Test
    void anEscapeHasAsciiDigitsOnly() {
        byte[] json = "\"\\u004\u0661\"".getBytes(StandardCharsets.UTF_8);

        assertThatExceptionOfType(UnreadablePacketException.class).isThrownBy(() -> Agreement.scanned(json));
    }
}
