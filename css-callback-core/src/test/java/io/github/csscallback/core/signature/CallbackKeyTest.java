package io.github.csscallback.core.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallbackKeyTest {

    @Test
    void revealsWhatItWasGiven() {
        assertThat(CallbackKey.of("abc123").reveal()).isEqualTo("abc123");
        assertThat(CallbackKey.of("直播🔑", "a").reveal()).isEqualTo("直播🔑");
        assertThat(CallbackKey.of("abc123").labelled("b").reveal()).isEqualTo("abc123");
    }

    @Test
    void hasTheLabelItWasGiven() {
        assertThat(CallbackKey.of("abc123").label()).isNull();
        assertThat(CallbackKey.of("abc123", "shop").label()).isEqualTo("shop");
        assertThat(CallbackKey.of("abc123", "shop").labelled("other").label()).isEqualTo("other");
    }

    @Test
    void printsItsLabelAndNeverItself() {
        assertThat(CallbackKey.of("abc123")).hasToString("CallbackKey[***]");
        assertThat(CallbackKey.of("abc123", "shop")).hasToString("CallbackKey[shop, ***]");
    }

    @Test
    void isEqualByItsCharactersWhateverTheLabel() {
        assertThat(CallbackKey.of("abc123"))
                .isEqualTo(CallbackKey.of("abc123", "shop"))
                .hasSameHashCodeAs(CallbackKey.of("abc123", "shop"))
                .isNotEqualTo(CallbackKey.of("abc124"))
                .isNotEqualTo(CallbackKey.of("abc1234"))
                .isNotEqualTo("abc123")
                .isNotEqualTo(null);
    }

    @Test
    void itsHashRevealsNothing() {
        assertThat(CallbackKey.of("abc123")).hasSameHashCodeAs(CallbackKey.of("another"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                " secret",
                "secret ",
                "sec ret",
                "secret\n",
                "sec\tret",
                "secret\u0000",
                "sec\u00a0ret",
                "sec\u3000ret",
                "sec\u0085ret",
                "sec\u007fret",
                "sec\u2028ret"
            })
    void whiteSpaceAndControlsAreRejectedWithoutShowingTheKey(String secret) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CallbackKey.of(secret))
                .withMessageContaining("white space or a control character")
                .withMessageNotContaining("sec");
    }

    @Test
    void anEmptyKeyIsRejected() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CallbackKey.of(""))
                .withMessageContaining("the callback key is empty");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CallbackKey.of("", "shop"))
                .withMessageContaining("the callback key is empty");
    }

    @Test
    void theLengthIsBoundedInBytes() {
        assertThat(CallbackKey.of("k".repeat(1024)).reveal()).hasSize(1024);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CallbackKey.of("k".repeat(1025)))
                .withMessage("the callback key is longer than 1024 bytes");
        assertThatIllegalArgumentException().isThrownBy(() -> CallbackKey.of("直".repeat(342)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t"})
    void aBlankLabelIsRejected(String label) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CallbackKey.of("abc123", label))
                .withMessage("the label of a callback key must not be blank");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CallbackKey.of("abc123").labelled(label))
                .withMessage("the label of a callback key must not be blank");
    }

    @Test
    @SuppressWarnings("NullAway") // that null is rejected is what is tested
    void aKeyIsNotNull() {
        assertThatNullPointerException().isThrownBy(() -> CallbackKey.of(null)).withMessage("secret");
    }
}
