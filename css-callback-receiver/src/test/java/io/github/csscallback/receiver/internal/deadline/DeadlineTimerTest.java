package io.github.csscallback.receiver.internal.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The JDK's timer, to which an action of two seconds and more is handed over after a second. */
@Tag("slow")
class DeadlineTimerTest {

    private final DeadlineTimer timer = new DeadlineTimer(null);
    private final BlockingQueue<String> done = new LinkedBlockingQueue<>();

    @Test
    void anActionRunsOnAThreadOfItsOwnWhenItIsDueAndNotBefore() throws InterruptedException {
        long start = System.nanoTime();
        timer.schedule(() -> done.add(Thread.currentThread().getName()), Duration.ofMillis(2100));

        assertThat(done.poll(20, TimeUnit.SECONDS)).isEqualTo("css-callback-deadline");
        assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(TimeUnit.MILLISECONDS.toNanos(2100));
    }

    @Test
    void anActionIsCancelledBeforeAndAfterItIsHandedOver() throws InterruptedException {
        Runnable early = timer.schedule(() -> done.add("cancelled early"), Duration.ofSeconds(2));
        Runnable late = timer.schedule(() -> done.add("cancelled late"), Duration.ofMillis(2050));
        early.run();
        timer.schedule(late, Duration.ofMillis(1500)); // by then it was handed over
        timer.schedule(() -> done.add("last"), Duration.ofMillis(2100));

        assertThat(done.poll(20, TimeUnit.SECONDS)).isEqualTo("last");
    }

    @Test
    void actionsThatAreScheduledWhileOthersAreHandedOverAllRun() throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        for (int thread = 0; thread < 4; thread++) {
            threads.add(new Thread(() -> {
                long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(1200); // across a handover
                while (System.nanoTime() < end) {
                    timer.schedule(() -> done.add("cancelled"), Duration.ofSeconds(2))
                            .run();
                }
                timer.schedule(() -> done.add("kept"), Duration.ofSeconds(2));
            }));
        }
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }

        for (int i = 0; i < threads.size(); i++) {
            assertThat(done.poll(20, TimeUnit.SECONDS)).isEqualTo("kept");
        }
        assertThat(done).isEmpty();
    }
}
