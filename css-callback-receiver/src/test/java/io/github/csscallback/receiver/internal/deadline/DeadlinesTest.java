package io.github.csscallback.receiver.internal.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.csscallback.core.event.CallbackEvent;
import io.github.csscallback.receiver.CallbackDecoder;
import io.github.csscallback.receiver.TestPacket;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How long a handler may take, by type. */
class DeadlinesTest {

    @Test
    void fifteenSecondsAreUsual() {
        assertThat(Deadlines.DEFAULT).isEqualTo(Duration.ofSeconds(15));
        assertThat(new Deadlines(Deadlines.DEFAULT).of(event(TestPacket.genuine("1"))))
                .isEqualTo(Duration.ofSeconds(15));
    }

    @ParameterizedTest
    @CsvSource({
        "5000, PT4S", // the sample of the page
        "3500, PT2.5S",
        "2000, PT1S",
        "1500, PT1S", // never under a second
        "0, PT1S",
        "-1, PT1S",
        "60000, PT4S",
        "9223372036854775807, PT4S",
        "\"3000\", PT2S",
        "null, PT4S",
        "\"soon\", PT4S"
    })
    void aPushErrorGetsItsResponseASecondBeforeItsOwnTimeout(String timeout, Duration expected) {
        TestPacket packet = TestPacket.ofType(321).withJson("timeout", timeout);

        assertThat(new Deadlines(Deadlines.DEFAULT).of(event(packet))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"PT2S, 5000, PT2S", "PT2S, 2500, PT1.5S", "PT0.3S, 5000, PT0.3S", "PT0.3S, 0, PT0.3S"})
    void aPushErrorNeverWaitsLongerThanTheUsualDeadline(Duration usual, long timeout, Duration expected) {
        TestPacket packet = TestPacket.ofType(321).with("timeout", timeout);

        assertThat(new Deadlines(usual).of(event(packet))).isEqualTo(expected);
    }

    @Test
    void theTimeoutOfAnotherTypeIsNotADeadline() {
        assertThat(new Deadlines(Deadlines.DEFAULT)
                        .of(event(TestPacket.genuine("1").with("timeout", 2000))))
                .isEqualTo(Duration.ofSeconds(15));
    }

    @Test
    void noDeadlineIsLaterThanASecondBeforeCssGivesUp() {
        assertThat(new Deadlines(Duration.ofMinutes(1)).of(event(TestPacket.genuine("1"))))
                .isEqualTo(Duration.ofSeconds(19));
    }

    private static CallbackEvent event(TestPacket packet) {
        return CallbackDecoder.withoutVerification(packet.bytes()).event();
    }
}
