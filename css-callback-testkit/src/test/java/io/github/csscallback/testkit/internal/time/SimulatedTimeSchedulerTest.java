package io.github.csscallback.testkit.internal.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.csscallback.testsupport.Seeds;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class SimulatedTimeSchedulerTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    private final SimulatedTimeScheduler time = new SimulatedTimeScheduler(NOON);
    private final List<String> done = new ArrayList<>();

    private void plan(int afterSeconds, long number, String what) {
        time.at(
                NOON.plusSeconds(afterSeconds),
                number,
                () -> done.add(what + "@"
                        + Duration.between(NOON, time.clock().instant()).toSeconds()));
    }

    @Test
    void aTaskIsNotRunBeforeTimeIsAdvancedToIt() {
        plan(0, 1, "now");
        plan(10, 2, "later");
        assertThat(done).isEmpty();
        time.catchUp();
        assertThat(done).containsExactly("now@0");
        time.advance(Duration.ofSeconds(10).minusNanos(1));
        assertThat(done).hasSize(1);
        time.advance(Duration.ofNanos(1));
        assertThat(done).containsExactly("now@0", "later@10");
        assertThat(time.clock().instant()).isEqualTo(NOON.plusSeconds(10));
    }

    @Test
    void dueTasksAreRunInOrderOfTimeThenNumberThenCall() {
        Seeds.forEach(1, seed -> {
            Random random = new Random(seed);
            record Planned(int after, int number, int order) {}
            List<Planned> planned = new ArrayList<>();
            for (int i = 0; i < 500; i++) {
                Planned entry = new Planned(random.nextInt(20), random.nextInt(5), i);
                planned.add(entry);
                plan(entry.after, entry.number, entry.toString());
            }
            time.advance(Duration.ofSeconds(20));

            List<String> expected = planned.stream()
                    .sorted(Comparator.comparing(Planned::after)
                            .thenComparing(Planned::number)
                            .thenComparing(Planned::order))
                    .map(entry -> entry + "@" + entry.after)
                    .toList();
            assertThat(done).isEqualTo(expected);
        });
    }

    @Test
    void aTaskScheduledDuringARunIsRunInItIfDue() {
        time.at(NOON.plusSeconds(5), 1, () -> {
            done.add("first");
            plan(3, 2, "past");
            plan(5, 3, "at once");
            plan(9, 4, "within");
            plan(11, 5, "beyond");
        });
        time.advance(Duration.ofSeconds(10));

        assertThat(done).containsExactly("first", "past@5", "at once@5", "within@9");
    }

    @Test
    void aTaskCancelledInTimeIsNotRun() {
        Scheduler.Entry entry = time.at(NOON, 1, () -> done.add("x"));
        assertThat(entry.cancel()).isTrue();
        assertThat(entry.cancel()).isFalse();
        time.catchUp();
        assertThat(done).isEmpty();

        Scheduler.Entry other = time.at(NOON, 1, () -> done.add("y"));
        time.catchUp();
        assertThat(other.cancel()).isFalse();
        assertThat(done).containsExactly("y");
    }

    @Test
    void exhaustingAdvancesTheClockToTheLastTask() {
        plan(3, 1, "a");
        time.at(NOON.plusSeconds(60), 2, () -> plan(7200, 3, "b"));
        time.exhaust();

        assertThat(done).containsExactly("a@3", "b@7200");
        assertThat(time.clock().instant()).isEqualTo(NOON.plusSeconds(7200));
        time.exhaust();
        assertThat(time.clock().instant()).isEqualTo(NOON.plusSeconds(7200));
    }

    @Test
    void callsByATaskExtendTheRunAndDoNotWait() {
        plan(90, 1, "far");
        time.at(NOON, 2, () -> {
            time.advance(Duration.ofSeconds(90));
            done.add("moved on");
            assertThat(time.clock().instant()).isEqualTo(NOON);
        });
        time.advance(Duration.ofSeconds(5));

        assertThat(done).containsExactly("moved on", "far@90");
        assertThat(time.clock().instant()).isEqualTo(NOON.plusSeconds(95));
    }

    @Test
    void callsOfAnotherThreadDuringARunReturnAtOnce() throws InterruptedException {
        CountDownLatch working = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        time.at(NOON, 1, () -> {
            working.countDown();
            await(goOn);
            done.add("first");
        });
        Thread runner = new Thread(time::catchUp);
        runner.start();
        await(working);
        plan(0, 2, "second");
        time.catchUp();
        time.advance(Duration.ofSeconds(3));
        plan(3, 3, "third");
        assertThat(done).isEmpty();
        goOn.countDown();
        runner.join();

        assertThat(done).containsExactly("first", "second@0", "third@3");
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void noTaskIsLostBetweenSchedulingAndRunningThreads() throws InterruptedException {
        AtomicInteger count = new AtomicInteger();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            Thread thread = new Thread(() -> {
                for (int n = 0; n < 5000; n++) {
                    time.at(NOON, n, count::incrementAndGet);
                    time.catchUp();
                }
            });
            threads.add(thread);
            thread.start();
        }
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(count).hasValue(20_000);
    }

    @Test
    void aTaskThatThrowsEndsTheRunAndKeepsTheOtherTasks() {
        time.at(NOON, 1, () -> {
            throw new IllegalStateException("broken");
        });
        plan(0, 2, "next");
        assertThatIllegalStateException().isThrownBy(time::catchUp).withMessage("broken");
        time.catchUp();

        assertThat(done).containsExactly("next@0");
    }

    @Test
    void anEndlessChainOfTasksFailsInsteadOfHanging() {
        time.at(NOON, 1, new Runnable() {
            @Override
            public void run() {
                time.at(NOON, 1, this);
            }
        });

        assertThatIllegalStateException().isThrownBy(time::exhaust).withMessageContaining("in one go");
    }

    @Test
    void resetRemovesTasksAndSetsTheClockBack() {
        plan(10, 1, "x");
        time.advance(Duration.ofSeconds(5));
        time.reset();
        time.advance(Duration.ofHours(1));

        assertThat(done).isEmpty();
        assertThat(time.clock().instant()).isEqualTo(NOON.plusSeconds(3600));
    }

    @Test
    void resetByATaskEndsTheRun() {
        time.at(NOON.plusSeconds(5), 1, time::reset);
        plan(7, 2, "x");
        time.advance(Duration.ofSeconds(10));

        assertThat(done).isEmpty();
        assertThat(time.clock().instant()).isEqualTo(NOON);
    }

    @Test
    void afterClosingNoTaskIsRun() {
        plan(0, 1, "x");
        time.close();
        plan(0, 2, "y");
        time.catchUp();
        time.exhaust();

        assertThat(done).isEmpty();
        assertThat(time.awaitEnd(Duration.ZERO)).isTrue();
    }

    @Test
    void theClockShowsTheTimeInAnyZone() {
        time.advance(Duration.ofSeconds(1));
        ZoneId beijing = ZoneId.of("Asia/Shanghai");

        assertThat(time.clock().withZone(beijing).instant()).isEqualTo(NOON.plusSeconds(1));
        assertThat(time.clock().withZone(beijing).getZone()).isEqualTo(beijing);
        assertThat(time.clock().millis()).isEqualTo(NOON.plusSeconds(1).toEpochMilli());
        assertThat(time.clock()).asString().contains("simulated");
    }
}
