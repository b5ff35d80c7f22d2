package io.github.csscallback.client.internal.action;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.csscallback.testsupport.SettableClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RateLimiterTest {

    private final SettableClock clock = SettableClock.at(Instant.parse("2026-11-24T00:00:00Z"));
    private final RateLimiter pace = new RateLimiter(clock, Duration.ofMillis(50));

    @Test
    void turnsAreTakenOneAfterTheOther() {
        assertThat(pace.untilTurn()).isZero();
        assertThat(pace.untilTurn()).isEqualTo(Duration.ofMillis(50));
        assertThat(pace.untilTurn()).isEqualTo(Duration.ofMillis(100));
        clock.advance(Duration.ofMillis(120));
        assertThat(pace.untilTurn()).isEqualTo(Duration.ofMillis(30));
    }

    @Test
    void timeThatPassedUnusedIsNotSavedUp() {
        clock.advance(Duration.ofHours(1));
        assertThat(pace.untilTurn()).isZero();
        assertThat(pace.untilTurn()).isEqualTo(Duration.ofMillis(50));
    }

    @Test
    void aClockThatIsSetBackMakesNobodyWait() {
        pace.untilTurn();
        pace.untilTurn();
        clock.advance(Duration.ofHours(-1));
        assertThat(pace.untilTurn()).isEqualTo(Duration.ofMillis(100));
    }
}
