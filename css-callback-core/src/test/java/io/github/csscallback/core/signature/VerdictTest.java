package io.github.csscallback.core.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class VerdictTest {

    private static final Instant NOW = Instant.parse("2023-12-28T02:44:38Z");
    private static final Instant T = Instant.parse("2023-12-28T02:54:38Z");

    @Test
    void aValidOneIsHandedOn() {
        Verdict verdict = verdict(Verdict.Kind.VALID);

        assertThat(verdict.isValid()).isTrue();
        assertThat(verdict.orThrow()).isSameAs(verdict);
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "VALID")
    void everyOtherOneIsThrown(Verdict.Kind kind) {
        Verdict verdict = verdict(kind);

        assertThat(verdict.isValid()).isFalse();
        assertThatExceptionOfType(InvalidSignatureException.class)
                .isThrownBy(verdict::orThrow)
                .withMessage(kind + ": " + verdict.explanation())
                .satisfies(thrown -> assertThat(thrown.verdict()).isSameAs(verdict));
    }

    @Test
    void explainsItselfToTheOperator() {
        assertThat(verdict(Verdict.Kind.VALID).explanation()).isEqualTo("valid, t 2023-12-28T02:54:38Z");
        assertThat(verdict(Verdict.Kind.ABSENT).explanation())
                .contains("no t and no sign", "set a callback key in the callback template");
        assertThat(verdict(Verdict.Kind.MALFORMED).explanation())
                .contains("digits of a Unix time", "32 hexadecimal characters");
        assertThat(verdict(Verdict.Kind.MISMATCH).explanation())
                .contains("no callback key gives this sign", "callback template's");
    }

    @ParameterizedTest
    @EnumSource(names = {"EXPIRED", "TOO_FAR_AHEAD"})
    void whereTimeDecidedBothTimesAreNamed(Verdict.Kind kind) {
        assertThat(verdict(kind).explanation()).contains(NOW.toString(), T.toString());
    }

    private static Verdict verdict(Verdict.Kind kind) {
        return new Verdict(kind, "label", T, NOW);
    }
}
