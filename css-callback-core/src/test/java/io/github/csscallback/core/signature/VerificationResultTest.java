package io.github.csscallback.core.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class VerificationResultTest {

    private static final Instant NOW = Instant.parse("2023-12-28T02:44:38Z");
    private static final Instant T = Instant.parse("2023-12-28T02:54:38Z");

    @Test
    void aValidOneIsHandedOn() {
        VerificationResult result = result(VerificationResult.Kind.VALID);

        assertThat(result.isValid()).isTrue();
        assertThat(result.orThrow()).isSameAs(result);
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "VALID")
    void everyOtherOneIsThrown(VerificationResult.Kind kind) {
        VerificationResult result = result(kind);

        assertThat(result.isValid()).isFalse();
        assertThatExceptionOfType(InvalidSignatureException.class)
                .isThrownBy(result::orThrow)
                .withMessage(kind + ": " + result.explanation())
                .satisfies(thrown -> assertThat(thrown.verificationResult()).isSameAs(result));
    }

    @Test
    void explainsItselfToTheOperator() {
        assertThat(result(VerificationResult.Kind.VALID).explanation()).isEqualTo("valid, t 2023-12-28T02:54:38Z");
        assertThat(result(VerificationResult.Kind.ABSENT).explanation())
                .contains("no t and no sign", "set a callback key in the callback template");
        assertThat(VerificationResult.malformed("t is missing", NOW).explanation())
                .startsWith("t is missing")
                .contains("digits of a Unix time", "32 hexadecimal digits");
        assertThat(result(VerificationResult.Kind.MISMATCH).explanation())
                .contains(
                        "no callback key gives this sign",
                        "callback template's",
                        "not the authentication key of the push domain");
    }

    @ParameterizedTest
    @EnumSource(names = {"EXPIRED", "NOT_YET_VALID"})
    void whereTimeDecidedBothTimesAreNamed(VerificationResult.Kind kind) {
        assertThat(result(kind).explanation()).contains(NOW.toString(), T.toString());
    }

    private static VerificationResult result(VerificationResult.Kind kind) {
        return VerificationResult.of(kind, "label", T, NOW);
    }
}
