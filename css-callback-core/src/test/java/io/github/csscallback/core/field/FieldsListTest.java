package io.github.csscallback.core.field;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.csscallback.core.event.moderation.ImageLabelResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FieldsListTest {

    private static Fields x(String value) {
        return JsonMembers.fields("{\"x\":" + value + "}");
    }

    @Test
    void listsKeepTheOrderAndCannotBeChanged() {
        assertThat(x("[\"b\",\"a\",7]").texts("x"))
                .containsExactly("b", "a", "7")
                .isUnmodifiable();
        assertThat(x("[99,\"1\"]").longNumbers("x")).containsExactly(99L, 1L).isUnmodifiable();
        assertThat(x("[1810089.20,\"2\"]").decimals("x"))
                .containsExactly(1_810_089.2, 2.0)
                .isUnmodifiable();
        assertThat(x("[{\"a\":1},{\"a\":2}]").objects("x"))
                .extracting(f -> f.text("a"))
                .containsExactly("1", "2");
        assertThat(x("[{}]").objects("x")).isUnmodifiable();
    }

    @Test
    void aLoneValueIsAListOfOne() {
        assertThat(x("\"a\"").texts("x")).containsExactly("a");
        assertThat(x("99").longNumbers("x")).containsExactly(99L);
        assertThat(x("0.5").decimals("x")).containsExactly(0.5);
        assertThat(x("{\"a\":1}").objects("x")).hasSize(1);
    }

    @Test
    void elementsOfAnotherFormAreLeftOut() {
        assertThat(x("[\"a\",null,{},[],true,\"b\"]").texts("x")).containsExactly("a", "b");
        assertThat(x("[1,\"x\",1.5,2]").longNumbers("x")).containsExactly(1L, 2L);
        assertThat(x("[1,{\"a\":1},null]").objects("x")).hasSize(1);
        assertThat(x("[\"x\",2.5]").decimals("x")).containsExactly(2.5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "true", "[[]]", "[null]"})
    void withoutAnElementThatFitsTheListIsEmpty(String json) {
        assertThat(x(json).texts("x")).isEmpty();
        assertThat(x(json).longNumbers("x")).isEmpty();
        assertThat(x(json).decimals("x")).isEmpty();
        assertThat(x(json).objects("x")).isEmpty();
    }

    @Test
    void aRecordIsMadeOfEachObject() {
        assertThat(x("[{\"Id\":1},{\"Id\":2}]").objectsAs("x", ImageLabelResult.Detail::from))
                .extracting(ImageLabelResult.Detail::id)
                .containsExactly(1, 2);
    }

    @Test
    void anObjectInsideATextIsRead() {
        Fields inner = requireNonNull(x("\"{\\\"message\\\":\\\"write \\\\\\\"packet\\\\\\\"\\\",\\\"code\\\":-22}\"")
                .embeddedObject("x"));
        assertThat(inner.text("message")).isEqualTo("write \"packet\"");
        assertThat(inner.intNumber("code")).isEqualTo(-22);
    }

    @Test
    void anObjectThatStandsDirectlyIsReadToo() {
        Fields inner = requireNonNull(x("{\"code\":1}").embeddedObject("x"));
        assertThat(inner.intNumber("code")).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"\"",
                "\"rubbish\"",
                "\"{\"",
                "\"{} {}\"",
                "\"[]\"",
                "\"null\"",
                "\"7\"",
                "\" \"",
                "7",
                "[]",
                "true"
            })
    void rubbishInPlaceOfAnEmbeddedObjectIsMissing(String json) {
        assertThat(x(json).embeddedObject("x")).isNull();
    }

    @Test
    void textsInsideATextAreReadAlsoWithALineFeedAfterThem() {
        assertThat(x("\"[\\\"http://a\\\",\\\"http://b\\\"]\\n\"").embeddedTexts("x"))
                .containsExactly("http://a", "http://b")
                .isUnmodifiable();
        assertThat(x("[\"http://a\"]").embeddedTexts("x")).containsExactly("http://a");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\"", "\"rubbish\"", "\"[\"", "\"{}\"", "\"7\"", "\"[[]]\"", "{}", "true"})
    void rubbishInPlaceOfEmbeddedTextsIsAnEmptyList(String json) {
        assertThat(x(json).embeddedTexts("x")).isEmpty();
        assertThat(x(json).embeddedSecrets("x")).isEmpty();
    }

    @Test
    void embeddedSecretsAreWrapped() {
        assertThat(x("\"[\\\"rtmp://a?txSecret=b\\\"]\"").embeddedSecrets("x"))
                .containsExactly(SecretText.of("rtmp://a?txSecret=b"))
                .isUnmodifiable();
    }
}
