package io.github.csscallback.client.internal.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.csscallback.client.retry.RetryPolicy;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackoffTest {

    private static final RetryPolicy POLICY =
            new RetryPolicy(4, Duration.ofMillis(200), Duration.ofMillis(1000), Duration.ofSeconds(10));

    @ParameterizedTest
    @CsvSource({
        "1, 0.0, false, 100",
        "1, 0.5, false, 150",
        "1, 1.0, false, 200",
        "2, 1.0, false, 400",
        "3, 1.0, false, 800",
        "4, 1.0, false, 1000",
        "4, 0.0, false, 500",
        "99, 1.0, false, 1000",
        "1, 0.0, true, 1100",
        "1, 1.0, true, 1200"
    })
    void theDelayDoublesUpToAMostByHalfOfItAtRandom(int attempt, double random, boolean limited, long millis) {
        assertThat(new Backoff(POLICY, () -> random).after(attempt, limited)).isEqualTo(Duration.ofMillis(millis));
    }

    @ParameterizedTest
    @CsvSource({
        "1, 0, 0, true",
        "3, 0, 0, true",
        "4, 0, 0, false",
        "1, 9000, 1000, true",
        "1, 9000, 1001, false",
        "1, 10001, 0, false"
    })
    void anAttemptMustFitIntoCountAndTime(int attempt, long elapsed, long delay, boolean allowed) {
        assertThat(new Backoff(POLICY, () -> 0).allows(attempt, Duration.ofMillis(elapsed), Duration.ofMillis(delay)))
                .isEqualTo(allowed);
    }

    @Test
    void aPolicyIsChecked() {
        Duration second = Duration.ofSeconds(1);
        Duration negative = Duration.ofSeconds(-1);
        assertThatIllegalArgumentException().isThrownBy(() -> new RetryPolicy(0, second, second, second));
        assertThatIllegalArgumentException().isThrownBy(() -> new RetryPolicy(1, negative, second, second));
        assertThatIllegalArgumentException().isThrownBy(() -> new RetryPolicy(1, second, negative, second));
        assertThatIllegalArgumentException().isThrownBy(() -> new RetryPolicy(1, second, second, negative));
        assertThat(RetryPolicy.none().attempts()).isEqualTo(1);
        assertThat(RetryPolicy.defaults().maxTime()).isEqualTo(Duration.ofSeconds(30));
    }
}
