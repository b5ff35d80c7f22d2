package io.github.csscallback.testkit.internal.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TimelineTest {

    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");

    private final Timeline<Integer> timeline = new Timeline<>();

    @Test
    void repeatedChangesAreNotRetainedWhileTimePasses() {
        for (int i = 0; i < 1000; i++) {
            timeline.add(i, START.plusSeconds(i), Duration.ofSeconds(3));
        }
        assertThat(timeline.values()).containsExactly(996, 997, 998, 999);
    }

    @Test
    void repeatedChangesAreNotRetainedWhileTimeStandsStill() {
        timeline.add(-1, START, Duration.ZERO);
        for (int i = 0; i < 1000; i++) {
            timeline.add(i, START, Duration.ofSeconds(3));
        }
        assertThat(timeline.values()).containsExactly(-1, 999);
    }

    @Test
    void immediateChangesAreNotRetainedEither() {
        for (int i = 0; i < 1000; i++) {
            timeline.add(7, START, Duration.ZERO);
        }
        assertThat(timeline.values()).hasSizeLessThanOrEqualTo(2);
        assertThat(timeline.at(START))
                .hasValueSatisfying(change -> assertThat(change.value()).isEqualTo(7));
    }

    @Test
    void thereIsNoValueBeforeTheFirstChange() {
        timeline.add(1, START, Duration.ofSeconds(3));
        assertThat(timeline.at(START.plusSeconds(3).minusNanos(1))).isEmpty();
        assertThat(timeline.after(START)).hasSize(1);
        assertThat(timeline.at(START.plusSeconds(3))).isPresent();
        assertThat(timeline.after(START.plusSeconds(3))).isEmpty();
    }
}
