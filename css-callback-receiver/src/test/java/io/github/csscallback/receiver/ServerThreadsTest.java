package io.github.csscallback.receiver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
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
    void tasksBeyondTheMostWaitUntilOthersEnd() throws Exception {
        Semaphore begun = new Semaphore(0);
        Semaphore mayEnd = new Semaphore(0);
        CountDownLatch ended = new CountDownLatch(2 * MOST);
        for (int i = 0; i < 2 * MOST; i++) {
            threads.execute(() -> {
                begun.release();
                mayEnd.acquireUninterruptibly();
                ended.countDown();
            });
        }
        assertThat(begun.tryAcquire(MOST, 10, TimeUnit.SECONDS)).isTrue();
        assertThat(begun.tryAcquire(200, TimeUnit.MILLISECONDS))
                .as("one more began")
                .isFalse();

        mayEnd.release();
        assertThat(begun.tryAcquire(10, TimeUnit.SECONDS)).isTrue();
        assertThat(begun.tryAcquire(50, TimeUnit.MILLISECONDS))
                .as("two for one that ended")
                .isFalse();
        mayEnd.release(2 * MOST);
        assertThat(ended.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void aThreadThatCannotBeStartedKeepsNoPlaceAndLeavesNoOtherWaiting() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        ServerThreads scarce = new ServerThreads(1, task -> {
            if (asked.incrementAndGet() == 1) {
                throw new OutOfMemoryError("no thread left");
            }
            return new Thread(task);
        });
        CountDownLatch ran = new CountDownLatch(3);
        assertThatThrownBy(() -> scarce.execute(ran::countDown)).isInstanceOf(OutOfMemoryError.class);
        for (int i = 0; i < 3; i++) {
            scarce.execute(ran::countDown);
        }
        assertThat(ran.await(10, TimeUnit.SECONDS)).isTrue();
        scarce.end();
        assertThat(scarce.awaitEnd(Duration.ofSeconds(10))).isTrue();
    }

    @Test
    void tasksThatWaitAreForgottenWhenTheOthersAreInterrupted() throws Exception {
        CountDownLatch begun = new CountDownLatch(MOST);
        AtomicInteger ran = new AtomicInteger();
        for (int i = 0; i < MOST; i++) {
            threads.execute(() -> {
                begun.countDown();
                awaitQuietly(new CountDownLatch(1));
            });
        }
        threads.execute(ran::incrementAndGet);
        assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();

        threads.interrupt();
        assertThat(threads.awaitEnd(Duration.ofSeconds(10))).isTrue();
        assertThat(ran).hasValue(0);
    }

    @Test
    void theThreadThatBecameIdleLastTakesTheNextTask() throws Exception {
        Set<Thread> used = ConcurrentHashMap.newKeySet();
        CountDownLatch allAtOnce = new CountDownLatch(MOST);
        for (int i = 0; i < MOST; i++) {
            threads.execute(() -> {
                used.add(Thread.currentThread());
                allAtOnce.countDown();
                awaitQuietly(allAtOnce);
            });
        }
        assertThat(allAtOnce.await(10, TimeUnit.SECONDS)).isTrue();
        awaitIdle(used);
        Set<Thread> usedNext = ConcurrentHashMap.newKeySet();
        for (int i = 0; i < 20; i++) {
            CountDownLatch ran = new CountDownLatch(1);
            threads.execute(() -> {
                usedNext.add(Thread.currentThread());
                ran.countDown();
            });
            assertThat(ran.await(10, TimeUnit.SECONDS)).isTrue();
            awaitIdle(usedNext);
        }
        assertThat(usedNext).hasSize(1).isSubsetOf(used);
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
