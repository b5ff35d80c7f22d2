package io.github.csscallback.testkit.simulator.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.csscallback.core.event.EventType;
import io.github.csscallback.core.event.RetrySchedule;
import io.github.csscallback.testkit.fixture.DocumentedRetries;
import io.github.csscallback.testkit.fixture.RawReceiver;
import io.github.csscallback.testkit.fixture.TestAccount;
import io.github.csscallback.testkit.simulator.CssSimulator;
import io.github.csscallback.testkit.simulator.DeliveryAttempt;
import io.github.csscallback.testkit.simulator.DeliveryState;
import io.github.csscallback.testkit.simulator.SimulatedEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class RetriesTest {

    private static final String REJECTION = "HTTP/1.1 500 No\r\nContent-Length: 0\r\n\r\n";

    private final RawReceiver receiver = RawReceiver.responding(REJECTION);

    @AfterEach
    void stop() {
        receiver.close();
    }

    static Stream<EventType> allKinds() {
        return Stream.concat(EventType.known().stream(), Stream.of(EventType.of(350)));
    }

    @ParameterizedTest
    @MethodSource("allKinds")
    void everyTypeIsRetriedOnItsScheduleAndThenGivenUp(EventType type) {
        try (CssSimulator css =
                CssSimulator.builder().simulatedTime(TestAccount.NOON).start()) {
            TestAccount.bindAll(css, receiver.uri());
            SimulatedEvent delivery = css.send(type, TestAccount.DOMAIN, TestAccount.APP, "room-1");
            RetrySchedule schedule = DocumentedRetries.of(type);
            Duration all = schedule.interval().multipliedBy(schedule.count());
            css.advance(all.minusNanos(1));
            assertThat(delivery.state()).isEqualTo(DeliveryState.PENDING);
            assertThat(delivery.nextAttemptAt()).isEqualTo(TestAccount.NOON.plus(all));
            css.advance(Duration.ofNanos(1));

            assertThat(delivery.state()).isEqualTo(DeliveryState.GIVEN_UP);
            assertThat(delivery.nextAttemptAt()).isNull();
            List<Instant> expected = new ArrayList<>();
            IntStream.rangeClosed(0, schedule.count())
                    .forEach(i -> expected.add(
                            TestAccount.NOON.plus(schedule.interval().multipliedBy(i))));
            assertThat(delivery.attempts()).extracting(DeliveryAttempt::sentAt).containsExactlyElementsOf(expected);
            assertThat(delivery.attempts())
                    .extracting(DeliveryAttempt::number)
                    .containsExactlyElementsOf(IntStream.rangeClosed(1, schedule.count() + 1)
                            .boxed()
                            .toList());
            css.advance(Duration.ofDays(1));
            assertThat(delivery.attempts()).as("nothing after it was given up").hasSize(schedule.count() + 1);
        }
    }

    @Test
    void aScheduleCanBeSetForEachType() {
        try (CssSimulator css = CssSimulator.builder()
                .retries(EventType.RECORD, new RetrySchedule(2, Duration.ofSeconds(7)))
                .retries(EventType.SNAPSHOT, new RetrySchedule(0, Duration.ofMinutes(1)))
                .simulatedTime(TestAccount.NOON)
                .start()) {
            TestAccount.bindAll(css, receiver.uri());
            SimulatedEvent record = css.send(EventType.RECORD, TestAccount.DOMAIN, TestAccount.APP, "room-1");
            SimulatedEvent snapshot = css.send(EventType.SNAPSHOT, TestAccount.DOMAIN, TestAccount.APP, "room-1");
            assertThat(snapshot.state()).isEqualTo(DeliveryState.GIVEN_UP);
            css.settle();

            assertThat(record.attempts())
                    .extracting(DeliveryAttempt::sentAt)
                    .containsExactly(
                            TestAccount.NOON, TestAccount.NOON.plusSeconds(7), TestAccount.NOON.plusSeconds(14));
            assertThat(css.clock().instant()).isEqualTo(TestAccount.NOON.plusSeconds(14));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 12, 13})
    void noRetryFollowsStatus200(int lucky) {
        receiver.now((request, connection) -> RawReceiver.writing(
                        receiver.requests().size() == lucky ? RawReceiver.OK : REJECTION)
                .respond(request, connection));
        try (CssSimulator css = CssSimulator.start()) {
            TestAccount.bindAll(css, receiver.uri());
            SimulatedEvent delivery = css.send(EventType.RECORD, TestAccount.DOMAIN, TestAccount.APP, "room-1");
            css.settle();

            assertThat(delivery.state()).isEqualTo(DeliveryState.ACKNOWLEDGED);
            assertThat(delivery.attempts()).hasSize(lucky);
        }
    }

    @Test
    void retriesOfSeveralEventsAreSentInTheOrderTheyAreDue() {
        try (CssSimulator css = CssSimulator.builder()
                .retries(EventType.RECORD, new RetrySchedule(3, Duration.ofSeconds(20)))
                .retries(EventType.SNAPSHOT, new RetrySchedule(2, Duration.ofSeconds(30)))
                .start()) {
            TestAccount.bindAll(css, receiver.uri());
            SimulatedEvent snapshot = css.send(EventType.SNAPSHOT, TestAccount.DOMAIN, TestAccount.APP, "room-1");
            SimulatedEvent record = css.send(EventType.RECORD, TestAccount.DOMAIN, TestAccount.APP, "room-1");
            css.settle();

            assertThat(css.attempts())
                    .extracting(DeliveryAttempt::event)
                    .as("at 0 0 20 30 40 60 60: of what is due at once the older event goes first")
                    .containsExactly(snapshot, record, record, snapshot, record, snapshot, record);
        }
    }

    @Test
    void retriesAreBounded() {
        CssSimulator.Builder settings = CssSimulator.builder();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings.retries(EventType.RECORD, new RetrySchedule(10_001, Duration.ofMinutes(1))));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings.retries(EventType.RECORD, new RetrySchedule(1, Duration.ofDays(8))));
    }
}
