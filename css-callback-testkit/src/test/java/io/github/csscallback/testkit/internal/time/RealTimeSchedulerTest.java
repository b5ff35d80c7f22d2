package io.github.csscallback.testkit.internal.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class RealTimeSchedulerTest {

    private static final Duration LONG = Duration.ofDays(7);

    private final RealTimeScheduler time = new RealTimeScheduler(1, new SimulatorThreads());
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);

    @AfterEach
    void close() {
        goOn.countDown();
        time.close();
    }

    private Instant now() {
        return time.clock().instant();
    }

    private static boolean await(CountDownLatch latch) {
        try {
            return latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void onlyDueTasksAreRun() {
        time.at(now().plus(LONG), 1, () -> {
            throw new AssertionError("a week early");
        });
        time.at(now().minus(LONG), 2, begun::countDown);

        assertThat(await(begun)).isTrue();
    }

    @Test
    void aTaskCancelledInTimeIsNotRun() {
        Scheduler.Entry entry = time.at(now().plus(LONG), 1, begun::countDown);

        assertThat(entry.cancel()).isTrue();
        assertThat(entry.cancel()).isFalse();
    }

    @Test
    void aRunningTaskCannotBeCancelled() {
        Scheduler.Entry entry = time.at(now(), 1, () -> {
            begun.countDown();
            await(goOn);
        });
        assertThat(await(begun)).isTrue();

        assertThat(entry.cancel()).as("it is being done").isFalse();
        goOn.countDown();
        CountDownLatch next = new CountDownLatch(1);
        time.at(now(), 2, next::countDown);
        assertThat(await(next)).isTrue();
        assertThat(entry.cancel()).as("it is done").isFalse();
    }

    @Test
    void aTaskThatThrowsDoesNotAffectOthers() {
        time.at(now(), 1, () -> {
            throw new IllegalStateException("broken");
        });
        time.at(now(), 2, begun::countDown);

        assertThat(await(begun)).isTrue();
    }

    @Test
    void afterAResetOrClosingNoTaskIsRun() throws InterruptedException {
        Scheduler.Entry busy = time.at(now(), 1, () -> {
            begun.countDown();
            await(goOn);
        });
        assertThat(await(begun)).isTrue();
        CountDownLatch forgotten = new CountDownLatch(1);
        time.at(now(), 2, forgotten::countDown);
        time.reset();
        goOn.countDown();
        time.close();
        Scheduler.Entry late = time.at(now(), 3, forgotten::countDown);

        assertThat(time.awaitEnd(Duration.ofSeconds(10))).isTrue();
        assertThat(forgotten.getCount()).isEqualTo(1);
        assertThat(busy.cancel()).isFalse();
        assertThat(late.cancel()).isFalse();
    }

    @Test
    void realTimeCannotBeAdvanced() {
        assertThatIllegalStateException().isThrownBy(() -> time.advance(Duration.ZERO));
        assertThatIllegalStateException().isThrownBy(time::exhaust);
    }
}
