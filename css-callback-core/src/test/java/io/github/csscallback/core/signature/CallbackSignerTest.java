package io.github.csscallback.core.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallbackSignerTest {

    @ParameterizedTest
    @CsvSource({
        "abc123, 1703732078, 47fe04d374a6348b4b19161bf0f6172b",
        "Key0123456789abcdefKEY0123456789, 1754623810, 5adfb49c21bf84e80085328bc5917096",
        "adasda131312, 1622600525, e341a192386355c540bbb10b85fa9b6a"
    })
    void signsAsTheVectorsSay(String key, long t, String sign) {
        assertThat(CallbackSigner.sign(CallbackKey.of(key), Instant.ofEpochSecond(t)))
                .isEqualTo(sign);
    }

    @Test
    void whatIsBelowASecondIsDropped() {
        CallbackKey key = CallbackKey.of("abc123");

        assertThat(CallbackSigner.sign(key, Instant.ofEpochSecond(1703732078, 999_999_999)))
                .isEqualTo("47fe04d374a6348b4b19161bf0f6172b");
    }

    @Test
    void nothingBefore1970IsSigned() {
        CallbackKey key = CallbackKey.of("secret");

        assertThat(CallbackSigner.sign(key, Instant.EPOCH)).hasSize(32);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CallbackSigner.sign(key, Instant.ofEpochSecond(-1)))
                .withMessage("t must not lie before 1970: 1969-12-31T23:59:59Z")
                .withMessageNotContaining("secret");
    }
}
