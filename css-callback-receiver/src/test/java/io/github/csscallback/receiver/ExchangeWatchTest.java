package io.github.csscallback.receiver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(20)
class ExchangeWatchTest {

    private static final Duration NOW = Duration.ofMillis(1);

    @ParameterizedTest
    @ValueSource(classes = {IllegalStateException.class, AssertionError.class})
    void anAlarmThatThrowsLeavesTheOthersWatched(Class<? extends Throwable> kind) throws Exception {
        CountDownLatch thrown = new CountDownLatch(1);
        CountDownLatch watched = new CountDownLatch(1);
        try (ExchangeWatch watch = started()) {
            watch.after(NOW, () -> {
                thrown.countDown();
                if (kind == AssertionError.class) {
                    throw new AssertionError("an alarm");
                }
                throw new IllegalStateException("an alarm");
            });
            assertThat(thrown.await(10, TimeUnit.SECONDS)).isTrue();
            watch.after(NOW, watched::countDown);
            assertThat(watched.await(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void aCancelledAlarmIsNotRaisedAndOneThatIsDueIsRaisedOnce() throws Exception {
        AtomicInteger cancelled = new AtomicInteger();
        AtomicInteger raised = new AtomicInteger();
        CountDownLatch first = new CountDownLatch(1);
        CountDownLatch later = new CountDownLatch(1);
        try (ExchangeWatch watch = started()) {
            watch.after(Duration.ofMillis(50), cancelled::incrementAndGet).cancel();
            watch.after(NOW, () -> {
                raised.incrementAndGet();
                first.countDown();
            });
            assertThat(first.await(10, TimeUnit.SECONDS)).isTrue();
            watch.after(Duration.ofMillis(100), later::countDown);
            assertThat(later.await(10, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(cancelled).hasValue(0);
        assertThat(raised).hasValue(1);
    }

    @Test
    void cancellingAnAlarmThatWasRaisedLeavesTheNextOneSet() throws Exception {
        CountDownLatch first = new CountDownLatch(1);
        CountDownLatch second = new CountDownLatch(1);
        try (ExchangeWatch watch = started()) {
            ExchangeWatch.Alarm alarm = watch.after(NOW, first::countDown);
            assertThat(first.await(10, TimeUnit.SECONDS)).isTrue();
            watch.after(NOW, second::countDown);
            alarm.cancel();
            assertThat(second.await(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void eachThreadHasOneAlarmAtATime() {
        try (ExchangeWatch watch = started()) {
            watch.after(Duration.ofMinutes(1), () -> {});
            assertThatThrownBy(() -> watch.after(NOW, () -> {}))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("still set");
        }
    }

    @Test
    void theAlarmsOfAllThreadsAreRaised() throws Exception {
        CountDownLatch raised = new CountDownLatch(20);
        try (ExchangeWatch watch = started()) {
            for (int i = 0; i < 20; i++) {
                new Thread(() -> {
                            watch.after(NOW, raised::countDown);
                            awaitZero(raised); // an exchange's thread waits for its handler
                        })
                        .start();
            }
            assertThat(raised.await(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    private static void awaitZero(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static ExchangeWatch started() {
        ExchangeWatch watch = new ExchangeWatch();
        watch.start();
        return watch;
    }
}
