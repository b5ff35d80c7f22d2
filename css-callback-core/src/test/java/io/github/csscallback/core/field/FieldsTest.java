package io.github.csscallback.core.field;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.csscallback.core.event.moderation.ImageLabelResult;
import io.github.csscallback.core.event.moderation.Suggestion;
import io.github.csscallback.core.event.push.InterruptionCode;
import io.github.csscallback.core.internal.ConflictingSpellingsException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FieldsTest {

    private static Fields x(String value) {
        return JsonMembers.fields("{\"x\":" + value + "}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"x\":null}", "{\"X\":1,\" x\":1,\"x \":1}"})
    void whatIsAbsentOrNullIsMissingForEveryReader(String json) {
        Fields f = JsonMembers.fields(json);
        assertThat(f.contains("x")).isFalse();
        assertThat(f.text("x")).isNull();
        assertThat(f.secret("x")).isNull();
        assertThat(f.longNumber("x")).isNull();
        assertThat(f.intNumber("x")).isNull();
        assertThat(f.decimal("x")).isNull();
        assertThat(f.flag("x")).isNull();
        assertThat(f.unixSeconds("x")).isNull();
        assertThat(f.unixMillis("x")).isNull();
        assertThat(f.seconds("x")).isNull();
        assertThat(f.millis("x")).isNull();
        assertThat(f.fractionalSeconds("x")).isNull();
        assertThat(f.fractionalMillis("x")).isNull();
        assertThat(f.object("x")).isNull();
        assertThat(f.objects("x")).isEmpty();
        assertThat(f.texts("x")).isEmpty();
        assertThat(f.longNumbers("x")).isEmpty();
        assertThat(f.decimals("x")).isEmpty();
        assertThat(f.embeddedObject("x")).isNull();
        assertThat(f.embeddedTexts("x")).isEmpty();
        assertThat(f.embeddedSecrets("x")).isEmpty();
        assertThat(f.textAs("x", Suggestion::new)).isNull();
        assertThat(f.numberAs("x", InterruptionCode::new)).isNull();
        assertThat(f.objectsAs("x", ImageLabelResult::from)).isEmpty();
    }

    @Test
    void aTextIsGivenAsItStandsWithItsEscapesResolved() {
        assertThat(x("\" \\u4e2d\\n\\\"a\\\" \"").text("x")).isEqualTo(" \u4e2d\n\"a\" ");
        assertThat(x("\"\"").text("x")).isEmpty();
        assertThat(x("\"\"").contains("x")).isTrue();
    }

    @Test
    void aNumberIsAlsoATextAsWritten() {
        assertThat(x("123456789012345678901234567890").text("x")).isEqualTo("123456789012345678901234567890");
        assertThat(x("1.50").text("x")).isEqualTo("1.50");
    }

    @Test
    void aSecretIsWrapped() {
        Fields f = x("\"txSecret=abc\"");
        assertThat(f.secret("x")).isEqualTo(SecretText.of("txSecret=abc")).hasToString("***");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-1, -1",
        "\"42\", 42",
        "\"-42\", -42",
        "\"007\", 7",
        "9223372036854775807, 9223372036854775807",
        "\"-9223372036854775808\", -9223372036854775808"
    })
    void anIntegerMayBeANumberOrAText(String json, long value) {
        assertThat(x(json).longNumber("x")).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"9223372036854775808", "\"9223372036854775808\"", "1.5", "1.0", "\"\"", "\" 1\"", "\"1e3\""})
    void whatIsNoIntegerOf64BitsIsMissing(String json) {
        assertThat(x(json).longNumber("x")).isNull();
    }

    @Test
    void everySmallIntegerIsItself() {
        for (int number = -10; number < 10_000; number++) {
            assertThat(x(Integer.toString(number)).intNumber("x")).isEqualTo(number);
        }
    }

    @Test
    void anIntegerOf32BitsHasItsOwnBounds() {
        assertThat(x("2147483647").intNumber("x")).isEqualTo(Integer.MAX_VALUE);
        assertThat(x("\"-2147483648\"").intNumber("x")).isEqualTo(Integer.MIN_VALUE);
        assertThat(x("2147483648").intNumber("x")).isNull();
        assertThat(x("-2147483649").intNumber("x")).isNull();
        assertThat(x("4294967296").intNumber("x")).isNull();
        assertThat(x("\"9223372036854775808\"").intNumber("x")).isNull();
    }

    @Test
    void aDecimalMayBeANumberInAnyFormOrAPlainDecimalInAText() {
        assertThat(x("44.15").decimal("x")).isEqualTo(44.15);
        assertThat(x("1.5e3").decimal("x")).isEqualTo(1500);
        assertThat(x("3").decimal("x")).isEqualTo(3);
        assertThat(x("\"-44.15\"").decimal("x")).isEqualTo(-44.15);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1e999", "\"1e3\"", "\"NaN\"", "\"Infinity\"", "\"\"", "\"1d\"", "\"0x1p3\"", "true", "[1]"})
    void whatIsNoFiniteDecimalIsMissing(String json) {
        assertThat(x(json).decimal("x")).isNull();
    }

    @ParameterizedTest
    @CsvSource({"true, true", "false, false", "\"true\", true", "\"false\", false"})
    void aFlagMayBeATruthValueOrAText(String json, boolean value) {
        assertThat(x(json).flag("x")).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "0", "\"True\"", "\"\"", "\"yes\"", "[true]", "{}"})
    void whatIsNeitherTrueNorFalseIsMissing(String json) {
        assertThat(x(json).flag("x")).isNull();
    }

    @Test
    void timesAreReadInTheirUnit() {
        assertThat(x("1703731606").unixSeconds("x")).isEqualTo("2023-12-28T02:46:46Z");
        assertThat(x("\"1712893433\"").unixSeconds("x")).isEqualTo("2024-04-12T03:43:53Z");
        assertThat(x("1678089018193").unixMillis("x")).isEqualTo("2023-03-06T07:50:18.193Z");
        assertThat(x("0").unixMillis("x")).isEqualTo(Instant.EPOCH);
        assertThat(x("-1").unixSeconds("x")).isEqualTo("1969-12-31T23:59:59Z");
    }

    @Test
    void timesEndWithTheYear9999() {
        assertThat(x("253402300799").unixSeconds("x")).isEqualTo("9999-12-31T23:59:59Z");
        assertThat(x("253402300800").unixSeconds("x")).isNull();
        assertThat(x("-253402300799").unixSeconds("x")).isNotNull();
        assertThat(x("-253402300800").unixSeconds("x")).isNull();
        assertThat(x("253402300799999").unixMillis("x")).isEqualTo("9999-12-31T23:59:59.999Z");
        assertThat(x("253402300800000").unixMillis("x")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-9223372036854775808", "9223372036854775807", "1.5", "\"soon\""})
    void anOddTimeIsMissingAndNeverThrows(String json) {
        assertThat(x(json).unixSeconds("x")).isNull();
        assertThat(x(json).unixMillis("x")).isNull();
    }

    @Test
    void lengthsAreReadInTheirUnit() {
        assertThat(x("154").seconds("x")).isEqualTo(Duration.ofSeconds(154));
        assertThat(x("\"128581\"").millis("x")).isEqualTo(Duration.ofMillis(128_581));
        assertThat(x("9223372036854775807").seconds("x")).isEqualTo(Duration.ofSeconds(Long.MAX_VALUE));
        assertThat(x("-9223372036854775808").millis("x")).isEqualTo(Duration.ofMillis(Long.MIN_VALUE));
        assertThat(x("1.5").seconds("x")).isNull();
    }

    @Test
    void lengthsWithAFractionAreExact() {
        assertThat(x("4.783").fractionalSeconds("x")).isEqualTo(Duration.ofMillis(4_783));
        assertThat(x("\"24.063\"").fractionalSeconds("x")).isEqualTo(Duration.ofMillis(24_063));
        assertThat(x("15").fractionalSeconds("x")).isEqualTo(Duration.ofSeconds(15));
        assertThat(x("-0.5").fractionalSeconds("x")).isEqualTo(Duration.ofMillis(-500));
        assertThat(x("1810089.2").fractionalMillis("x")).isEqualTo(Duration.ofNanos(1_810_089_200_000L));
        assertThat(x("0.0000000004").fractionalSeconds("x")).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e300", "-1e300", "10000000000000000000", "\"long\"", "true", "[]"})
    void anOddLengthIsMissingAndNeverThrows(String json) {
        assertThat(x(json).fractionalSeconds("x")).isNull();
    }

    @Test
    void aNestedObjectIsReadByName() {
        Fields nested = requireNonNull(x("{\"type\":-201}").object("x"));
        assertThat(nested.intNumber("type")).isEqualTo(-201);
        assertThat(x("[]").object("x")).isNull();
        assertThat(x("\"{}\"").object("x")).isNull();
    }

    @Test
    void theNamesAreInThePacketsOrderAndCannotBeChanged() {
        Fields f = JsonMembers.fields("{\"b\":1,\"a\":null,\"c\":[]}");
        assertThat(f.names()).containsExactly("b", "a", "c").isUnmodifiable();
        assertThat(JsonMembers.fields("{}").names()).isEmpty();
    }

    @Test
    void theJsonOfAValueIsGivenAsItStands() {
        Fields f = JsonMembers.fields("{\"a\":\"\\n\",\"b\":[1,{\"c\":2}],\"d\":null,\"e\":1.50}");
        assertThat(f.json("a")).isEqualTo("\"\\n\"");
        assertThat(f.json("b")).isEqualTo("[1,{\"c\":2}]");
        assertThat(f.json("d")).isEqualTo("null");
        assertThat(f.json("e")).isEqualTo("1.50");
        assertThat(f.json("z")).isNull();
    }

    @Test
    void fieldsAreEqualIfAllTheirMembersAre() {
        Fields one = JsonMembers.fields("{\"a\":1,\"b\":\"x\"}");
        assertThat(one).isEqualTo(JsonMembers.fields("{\"a\":1,\"b\":\"x\"}"));
        assertThat(one).hasSameHashCodeAs(JsonMembers.fields("{\"a\":1,\"b\":\"x\"}"));
        assertThat(one).isNotEqualTo(JsonMembers.fields("{\"a\":1,\"b\":\"y\"}"));
        assertThat(one).isNotEqualTo(JsonMembers.fields("{\"a\":1,\"c\":\"x\"}"));
        assertThat(one).isNotEqualTo(JsonMembers.fields("{\"a\":\"1\",\"b\":\"x\"}"));
        assertThat(one).isNotEqualTo(JsonMembers.fields("{\"a\":1}"));
        assertThat(JsonMembers.fields("{\"a\":1}")).isNotEqualTo(one);
        assertThat(one).isNotEqualTo("Fields[a, b]");
    }

    @Test
    void onlyNamesArePrinted() {
        assertThat(JsonMembers.fields("{\"sign\":\"topsecret\",\"t\":12345}")).hasToString("Fields[sign, t]");
    }

    @Test
    void eitherSpellingIsTaken() {
        assertThat(JsonMembers.fields("{\"score\":1}").either("score", "socre")).isEqualTo("score");
        assertThat(JsonMembers.fields("{\"socre\":1}").either("score", "socre")).isEqualTo("socre");
        assertThat(JsonMembers.fields("{\"score\":null,\"socre\":1}").either("score", "socre"))
                .isEqualTo("socre");
        assertThat(JsonMembers.fields("{\"score\":1,\"socre\":null}").either("score", "socre"))
                .isEqualTo("score");
        assertThat(JsonMembers.fields("{\"score\":[1],\"socre\":[1]}").either("score", "socre"))
                .isEqualTo("score");
    }

    @Test
    void twoSpellingsWithDifferentValuesCannotBeReadAndTheValuesAreNotShown() {
        Fields f = JsonMembers.fields("{\"score\":1234,\"socre\":5678}");
        assertThatThrownBy(() -> f.either("score", "socre"))
                .isInstanceOf(ConflictingSpellingsException.class)
                .hasMessageContainingAll("score", "socre")
                .hasMessageNotContainingAny("1234", "5678");
    }
}
