package io.github.csscallback.testkit.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.csscallback.core.event.EventType;
import io.github.csscallback.core.event.RetrySchedule;
import io.github.csscallback.testkit.fixture.RawReceiver;
import io.github.csscallback.testkit.fixture.TestAccount;
import io.github.csscallback.testkit.simulator.fault.RandomFaults;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class AwaiterTest {

    private static final Duration SHORT = Duration.ofMillis(80);
    private static final String REJECTION = "HTTP/1.1 500 No\r\nContent-Length: 0\r\n\r\n";

    private final RawReceiver receiver = RawReceiver.responding(RawReceiver.OK);
    private final CssSimulator css = CssSimulator.builder()
            .realTime()
            .retries(EventType.RECORD, new RetrySchedule(2, Duration.ofMillis(20)))
            .start();

    AwaiterTest() {
        TestAccount.bindAll(css, receiver.uri());
    }

    @AfterEach
    void stop() {
        css.close();
        receiver.close();
    }

    private SimulatedEvent send(EventType type) {
        return css.send(type, TestAccount.DOMAIN, TestAccount.APP, "room-1");
    }

    @Test
    void waitsForTheAcknowledgementOfAnEvent() {
        SimulatedEvent delivery = send(EventType.RECORD);

        assertThat(css.await().acknowledged(delivery)).isSameAs(delivery);
        assertThat(delivery.state()).isEqualTo(DeliveryState.ACKNOWLEDGED);
    }

    @Test
    void failsAtOnceIfTheConditionCannotHoldAnyMore() {
        receiver.now(RawReceiver.writing(REJECTION));
        SimulatedEvent delivery = send(EventType.RECORD);

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> css.await().atMost(Duration.ofMinutes(5)).acknowledged(delivery))
                .withMessageContaining("event 1 to be ACKNOWLEDGED")
                .withMessageContaining("GIVEN_UP")
                .withMessageContaining("status 500");
        assertThat(css.await().givenUp(delivery).attempts()).hasSize(3);
        SimulatedEvent nowhere = css.send(EventType.RECORD, "unbound.example.org", TestAccount.APP, "room-1");
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> css.await().atMost(Duration.ofMinutes(5)).acknowledged(nowhere))
                .withMessageContaining("no rule binds");
    }

    @Test
    void waitsForANumberOfAttempts() {
        receiver.now(RawReceiver.writing(REJECTION));
        send(EventType.RECORD);
        send(EventType.SNAPSHOT);

        assertThat(css.await().attempts(EventType.RECORD, 3)).hasSize(3);
        assertThat(css.await().attempts(4)).hasSizeGreaterThanOrEqualTo(4);
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> css.await().atMost(SHORT).attempts(EventType.SNAPSHOT, 2))
                .withMessageContaining("waited for 2 attempts of 200 SnapshotEvent, in vain")
                .withMessageContaining("event 2");
    }

    @Test
    void waitsUntilNoEventIsPending() {
        for (int i = 0; i < 20; i++) {
            send(EventType.RECORD);
        }
        css.await().settled();

        assertThat(css.events()).extracting(SimulatedEvent::state).containsOnly(DeliveryState.ACKNOWLEDGED);
        css.settle();
    }

    @Test
    void waitsForAnyConditionThatAttemptsCause() {
        send(EventType.RECORD);
        css.await().until("a request", simulator -> {
            assertThat(simulator).isSameAs(css);
            return !receiver.requests().isEmpty();
        });

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> css.await().atMost(Duration.ZERO).until("the moon", simulator -> false))
                .withMessageContaining("the moon");
        assertThatIllegalStateException()
                .isThrownBy(() -> css.await().until("x", simulator -> {
                    throw new IllegalStateException("mine");
                }))
                .withMessage("mine");
    }

    @Test
    void anErrorContainsTheReportWithoutPacketsPathsAndKeys() {
        receiver.now(RawReceiver.writing(REJECTION));
        for (int i = 0; i < 30; i++) {
            send(EventType.SNAPSHOT);
        }
        css.await().attempts(30);

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> css.await().atMost(Duration.ZERO).settled())
                .satisfies(error -> assertThat(error.getMessage())
                        .contains("(10 earlier events)", "event 30", "PENDING", "next at")
                        .doesNotContain(
                                "/css",
                                "txSecret",
                                "sign",
                                TestAccount.KEY.reveal(),
                                css.api().secretKey()));
    }

    @Test
    void inSimulatedTimeAnErrorMentionsAdvance() {
        receiver.now(RawReceiver.writing(REJECTION));
        try (CssSimulator still = CssSimulator.builder()
                .randomFaults(RandomFaults.seeded(42).probability(0))
                .start()) {
            TestAccount.bindAll(still, receiver.uri());
            SimulatedEvent delivery = still.send(EventType.RECORD, TestAccount.DOMAIN, TestAccount.APP, "room-1");

            assertThatExceptionOfType(AssertionError.class)
                    .isThrownBy(() -> still.await().atMost(SHORT).acknowledged(delivery))
                    .withMessageContaining("advance(...)")
                    .withMessageContaining("RandomFaults.seeded(42L)");
        }
    }

    @Test
    void anInterruptedThreadStopsWaitingAndStaysInterrupted() throws InterruptedException {
        CountDownLatch done = new CountDownLatch(1);
        Thread thread = new Thread(() -> {
            assertThatExceptionOfType(AssertionError.class)
                    .isThrownBy(() -> css.await().until("ever", simulator -> false))
                    .withMessageContaining("interrupted");
            if (Thread.currentThread().isInterrupted()) {
                done.countDown();
            }
        });
        thread.start();
        thread.interrupt();

        assertThat(done.await(10, TimeUnit.SECONDS)).isTrue();
        thread.join();
    }

    @Test
    void anyTimeoutIsAccepted() {
        SimulatedEvent delivery = send(EventType.RECORD);

        assertThat(css.await().atMost(Duration.ofSeconds(Long.MAX_VALUE)).acknowledged(delivery))
                .isSameAs(delivery);
    }

    @Test
    void aNegativeTimeoutIsRejected() {
        assertThatIllegalArgumentException().isThrownBy(() -> css.await().atMost(Duration.ofNanos(-1)));
        assertThat(List.of(css.await(), css.await().atMost(SHORT))).doesNotContainNull();
    }
}
