package io.github.csscallback.core.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class TimestampToleranceTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration CENTURY = Duration.ofDays(36_500);

    @Test
    void theStandardIsFifteenMinutesAheadAndTenPast() {
        assertThat(TimestampTolerance.defaults())
                .isEqualTo(TimestampTolerance.of(Duration.ofMinutes(15), Duration.ofMinutes(10)));
    }

    @Test
    void theWindowIsBothTogether() {
        assertThat(TimestampTolerance.defaults().window()).isEqualTo(Duration.ofMinutes(25));
    }

    @Test
    void aheadIsPositive() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TimestampTolerance.of(Duration.ZERO, MINUTE))
                .withMessage("timestampTolerance: future must be positive and at most 100 years, not PT0S");
        assertThatIllegalArgumentException().isThrownBy(() -> TimestampTolerance.of(MINUTE.negated(), MINUTE));
        assertThat(TimestampTolerance.of(Duration.ofNanos(1), MINUTE).future()).isEqualTo(Duration.ofNanos(1));
    }

    @Test
    void pastIsNotNegative() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TimestampTolerance.of(MINUTE, MINUTE.negated()))
                .withMessage("timestampTolerance: past must not be negative and at most 100 years, not PT-1M");
        assertThat(TimestampTolerance.of(MINUTE, Duration.ZERO).past()).isZero();
    }

    @Test
    void neitherIsLongerThanACentury() {
        assertThat(TimestampTolerance.of(CENTURY, CENTURY).window()).isEqualTo(CENTURY.multipliedBy(2));
        assertThatIllegalArgumentException().isThrownBy(() -> TimestampTolerance.of(CENTURY.plusNanos(1), MINUTE));
        assertThatIllegalArgumentException().isThrownBy(() -> TimestampTolerance.of(MINUTE, CENTURY.plusNanos(1)));
    }
}
