package io.github.csscallback.client.internal.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

    private static Fields fields(String json) throws UnreadableJsonException {
        return FieldsReader.object(json.getBytes(UTF_8));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 | 1",
                "'\"1\"' | 1",
                "'\"-7\"' | -7",
                "9223372036854775807 | 9223372036854775807",
                "'\"-9223372036854775808\"' | -9223372036854775808",
                "9223372036854775808 |",
                "'\"9223372036854775808\"' |",
                "'\"000000000000000000001\"' |",
                "1.5 |",
                "1.0 |",
                "'\"\"' |",
                "'\"-\"' |",
                "'\"+1\"' |",
                "'\"１\"' |",
                "'\" 1\"' |",
                "null |",
                "true |",
                "[1] |"
            })
    void aNumberIsReadFromANumberOrItsDigits(String json, @Nullable Long expected) throws Exception {
        assertThat(fields("{\"n\":" + json + "}").number("n"))
                .isEqualTo(expected == null ? OptionalLong.empty() : OptionalLong.of(expected));
    }

    @Test
    void aTextIsReadFromAnyPlainValue() throws Exception {
        Fields fields = fields("{\"t\":\"直\",\"n\":7,\"d\":1.50,\"b\":false,\"z\":null,\"a\":[],\"o\":{},\"e\":\"\"}");

        assertThat(fields.text("t")).isEqualTo("直");
        assertThat(fields.text("n")).isEqualTo("7");
        assertThat(fields.text("d")).isEqualTo("1.50");
        assertThat(fields.text("b")).isEqualTo("false");
        assertThat(fields.text("z")).isNull();
        assertThat(fields.text("a")).isNull();
        assertThat(fields.text("o")).isNull();
        assertThat(fields.text("none")).isNull();
        assertThat(fields.text("e")).isEmpty();
        assertThat(fields.textOrNone("e")).isNull();
        assertThat(fields.textOrNone("t")).isEqualTo("直");
        assertThat(fields.number("none")).isEmpty();
    }

    @Test
    void ofNestedValuesOnlyThoseOfTheRightKindAreTaken() throws Exception {
        Fields fields = fields("{\"o\":{\"x\":1},\"l\":[{\"x\":2},3,null,{\"x\":4}],\"s\":[\"a\",1,\"b\"]}");

        assertThat(fields.object("l")).isNull();
        assertThat(fields.object("none")).isNull();
        assertThat(fields.objects("l"))
                .extracting(f -> f.number("x"))
                .containsExactly(OptionalLong.of(2), OptionalLong.of(4));
        assertThat(fields.objects("o")).isEmpty();
        assertThat(fields.texts("s")).containsExactly("a", "b");
        assertThat(fields.toString()).isEqualTo("Fields[o, l, s]");
    }

    @Test
    void ofMembersOfOneNameTheLastCounts() throws Exception {
        Fields fields = fields("{\"a\":1,\"b\":2,\"a\":null,\"b\":3}");

        assertThat(fields.text("a")).isNull();
        assertThat(fields.number("b")).hasValue(3);
        assertThat(fields.toJson()).isEqualTo("{\"a\":null,\"b\":3}");
        assertThat(fields.toString()).isEqualTo("Fields[a, b]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"a\":{\"b\":[]},\"c\":[{},[1,[2]],null]}",
                "{\"t\":\"直 \\\"播\\\" \\n\",\"y\":true,\"n\":false,\"z\":null}",
                "{\"l\":-9223372036854775808,\"i\":123456789012345678901234567890,\"d\":1.50,\"f\":-0.1}"
            })
    void whatWasReadIsWrittenAsItWas(String json) throws Exception {
        assertThat(fields(json).toJson()).isEqualTo(json);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "1", "\"theSecret\"", "{\"theSecret\"", "{\"a\":theSecret}", "{}{", "{\"a\":[1,}"})
    void whatIsNotOneObjectIsRefusedWithoutShowingIt(String json) {
        org.assertj.core.api.Assertions.assertThatExceptionOfType(UnreadableJsonException.class)
                .isThrownBy(() -> fields(json))
                .withMessageNotContaining("theSecret")
                .withNoCause();
    }

    @ParameterizedTest
    @CsvSource({
        "2018-09-12 15:52:01, 2018-09-12T07:52:01Z",
        "2022-05-16T10:59:38+08:00, 2022-05-16T02:59:38Z",
        "2022-05-16T10:59:38Z, 2022-05-16T10:59:38Z",
        "2018-09-12 00:00:00, 2018-09-11T16:00:00Z",
        "0000-00-00 00:00:00,",
        "2018-09-12,",
        "2018-09-12 15:52:011,",
        "2018-09-12T15:52:01,",
        "'',"
    })
    void timesAreReadInEveryForm(String text, @Nullable Instant expected) {
        assertThat(WireTime.parse(text)).isEqualTo(expected);
    }

    @Test
    void aTimeIsWrittenInUtcWithoutFractions() {
        assertThat(WireTime.parse(null)).isNull();
        assertThat(WireTime.format(Instant.parse("2026-11-24T00:00:59.999Z"))).isEqualTo("2026-11-24T00:00:59Z");
    }
}
