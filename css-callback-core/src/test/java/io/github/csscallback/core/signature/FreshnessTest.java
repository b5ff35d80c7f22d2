package io.github.csscallback.core.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class FreshnessTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration CENTURY = Duration.ofDays(36_500);

    @Test
    void theStandardIsFifteenMinutesAheadAndTenPast() {
        assertThat(Freshness.standard()).isEqualTo(new Freshness(Duration.ofMinutes(15), Duration.ofMinutes(10)));
    }

    @Test
    void theWindowIsBothTogether() {
        assertThat(Freshness.standard().window()).isEqualTo(Duration.ofMinutes(25));
    }

    @Test
    void aheadIsPositive() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Freshness(Duration.ZERO, MINUTE))
                .withMessage("freshness: ahead must be positive and at most 100 years, not PT0S");
        assertThatIllegalArgumentException().isThrownBy(() -> new Freshness(MINUTE.negated(), MINUTE));
        assertThat(new Freshness(Duration.ofNanos(1), MINUTE).ahead()).isEqualTo(Duration.ofNanos(1));
    }

    @Test
    void pastIsNotNegative() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Freshness(MINUTE, MINUTE.negated()))
                .withMessage("freshness: past must not be negative and at most 100 years, not PT-1M");
        assertThat(new Freshness(MINUTE, Duration.ZERO).past()).isZero();
    }

    @Test
    void neitherIsLongerThanACentury() {
        assertThat(new Freshness(CENTURY, CENTURY).window()).isEqualTo(CENTURY.multipliedBy(2));
        assertThatIllegalArgumentException().isThrownBy(() -> new Freshness(CENTURY.plusNanos(1), MINUTE));
        assertThatIllegalArgumentException().isThrownBy(() -> new Freshness(MINUTE, CENTURY.plusNanos(1)));
    }
}
