package io.github.csscallback.receiver;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class ServerThreadsTest {

    private static final int MOST = 3;

    private final ServerThreads threads = new ServerThreads(MOST);

    @AfterEach
    void endAll() throws Exception {
        threads.interrupt();
        assertThat(threads.awaitEnd(Duration.ofSeconds(10)))
                .as("all threads ended")
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 8})
    void everyTaskRunsOnceAndNeverMoreThanSoManyAtATime(int callers) throws Exception {
        int each = 20_000;
        AtomicInteger running = new AtomicInteger();
        AtomicInteger mostSeen = new AtomicInteger();
        CountDownLatch ran = new CountDownLatch(callers * each);
        Runnable task = () -> {
            mostSeen.accumulateAndGet(running.incrementAndGet(), Math::max);
            running.decrementAndGet();
            ran.countDown();
        };
        Thread[] all = new Thread[callers];
        for (int caller = 0; caller < callers; caller++) {
            all[caller] = new Thread(() -> {
                for (int i = 0; i < each; i++) {
                    threads.execute(task);
                }
            });
            all[caller].start();
        }
        for (Thread caller : all) {
            caller.join();
        }
        assertThat(ran.await(30, TimeUnit.SECONDS))
                .as("a task was left waiting")
                .isTrue();
        assertThat(mostSeen).hasValueLessThanOrEqualTo(MOST);
        assertThat(running).hasValue(0);
    }

    @Test
    void aTaskBeyondTheMostWaitsUntilAnotherEnds() throws Exception {
        CountDownLatch begun = new CountDownLatch(MOST);
        CountDownLatch mayEnd = new CountDownLatch(1);
        CountDownLatch waited = new CountDownLatch(1);
        for (int i = 0; i < MOST; i++) {
            threads.execute(() -> {
                begun.countDown();
                awaitQuietly(mayEnd);
            });
        }
        assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
        threads.execute(waited::countDown);
        assertThat(waited.getCount()).isOne();
        mayEnd.countDown();
        assertThat(waited.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void theThreadThatBecameIdleLastTakesTheNextTask() throws Exception {
        Set<Thread> used = ConcurrentHashMap.newKeySet();
        for (int i = 0; i < 20; i++) {
            CountDownLatch ran = new CountDownLatch(1);
            threads.execute(() -> {
                used.add(Thread.currentThread());
                ran.countDown();
            });
            assertThat(ran.await(10, TimeUnit.SECONDS)).isTrue();
            awaitIdle(used);
        }
        assertThat(used).hasSize(1);
    }

    @Test
    void aTaskThatThrowsKeepsNoPlaceAndLeavesNoOtherWaiting() throws Exception {
        CountDownLatch ran = new CountDownLatch(10 * MOST);
        for (int i = 0; i < 10 * MOST; i++) {
            threads.execute(() -> {
                Thread.currentThread()
                        .setUncaughtExceptionHandler((thread, e) -> {}); // keeps the log of the tests short
                ran.countDown();
                throw new IllegalStateException("a task");
            });
        }
        assertThat(ran.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void anInterruptionDoesNotReachTheNextTask() throws Exception {
        AtomicInteger interrupted = new AtomicInteger();
        CountDownLatch ran = new CountDownLatch(200);
        for (int i = 0; i < 200; i++) {
            threads.execute(() -> {
                if (Thread.currentThread().isInterrupted()) {
                    interrupted.incrementAndGet();
                }
                Thread.currentThread().interrupt();
                ran.countDown();
            });
        }
        assertThat(ran.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(interrupted).hasValue(0);
    }

    @Test
    void afterTheEndTasksAreForgotten() throws Exception {
        threads.end();
        assertThat(threads.awaitEnd(Duration.ofSeconds(10))).isTrue();
        AtomicInteger ran = new AtomicInteger();
        threads.execute(ran::incrementAndGet);
        assertThat(ran).hasValue(0);
    }

    private static void awaitIdle(Set<Thread> all) {
        for (Thread thread : all) {
            while (thread.getState() != Thread.State.TIMED_WAITING) {
                Thread.onSpinWait();
            }
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
