package io.github.csscallback.client.internal.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

    private static ObjectNode fields(String json) throws UnreadableJsonException {
        return Json.read(json.getBytes(UTF_8));
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
        assertThat(ResponseMembers.number(fields("{\"n\":" + json + "}"), "n")).isEqualTo(expected);
    }

    @Test
    void aTextIsReadFromAnyPlainValue() throws Exception {
        ObjectNode fields =
                fields("{\"t\":\"直\",\"n\":7,\"d\":1.50,\"b\":false,\"z\":null,\"a\":[],\"o\":{},\"e\":\"\"}");

        assertThat(ResponseMembers.text(fields, "t")).isEqualTo("直");
        assertThat(ResponseMembers.text(fields, "n")).isEqualTo("7");
        assertThat(ResponseMembers.text(fields, "d")).isEqualTo("1.50");
        assertThat(ResponseMembers.text(fields, "b")).isEqualTo("false");
        assertThat(ResponseMembers.text(fields, "z")).isNull();
        assertThat(ResponseMembers.text(fields, "a")).isNull();
        assertThat(ResponseMembers.text(fields, "o")).isNull();
        assertThat(ResponseMembers.text(fields, "none")).isNull();
        assertThat(ResponseMembers.text(fields, "e")).isEmpty();
        assertThat(ResponseMembers.nonEmptyText(fields, "e")).isNull();
        assertThat(ResponseMembers.nonEmptyText(fields, "t")).isEqualTo("直");
        assertThat(ResponseMembers.number(fields, "none")).isNull();
    }

    @Test
    void ofNestedValuesOnlyThoseOfTheRightKindAreTaken() throws Exception {
        ObjectNode fields = fields("{\"o\":{\"x\":1},\"l\":[{\"x\":2},3,null,{\"x\":4}],\"s\":[\"a\",1,\"b\"]}");

        assertThat(ResponseMembers.object(fields, "l")).isNull();
        assertThat(ResponseMembers.object(fields, "none")).isNull();
        assertThat(ResponseMembers.objects(fields, "l"))
                .extracting(f -> ResponseMembers.number(f, "x"))
                .containsExactly(2L, 4L);
        assertThat(ResponseMembers.objects(fields, "o")).isEmpty();
        assertThat(ResponseMembers.texts(fields, "s")).containsExactly("a", "b");
    }

    @Test
    void ofMembersOfOneNameTheLastCounts() throws Exception {
        ObjectNode fields = fields("{\"a\":1,\"b\":2,\"a\":null,\"b\":3}");

        assertThat(ResponseMembers.text(fields, "a")).isNull();
        assertThat(ResponseMembers.number(fields, "b")).isEqualTo(3L);
        assertThat(Json.text(fields)).isEqualTo("{\"a\":null,\"b\":3}");
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
        assertThat(Json.text(fields(json))).isEqualTo(json);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "1", "\"theSecret\"", "{\"theSecret\"", "{\"a\":theSecret}", "{}{", "{\"a\":[1,}"})
    void whatIsNotOneObjectIsRejectedWithoutShowingIt(String json) {
        assertThatExceptionOfType(UnreadableJsonException.class)
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
        assertThat(ApiTime.parse(text)).isEqualTo(expected);
    }

    @Test
    void aTimeIsWrittenInUtcWithoutFractions() {
        assertThat(ApiTime.parse(null)).isNull();
        assertThat(ApiTime.format(Instant.parse("2026-11-24T00:00:59.999Z"))).isEqualTo("2026-11-24T00:00:59Z");
    }
}
