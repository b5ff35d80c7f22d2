package io.github.csscallback.client;

import static io.github.csscallback.client.support.StubbedService.ok;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.csscallback.client.support.StubbedService;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * The JDK's client has what it sends asynchronously ended by the common pool, which an application may have filled with
 * tasks that wait: on two processors and JDK 25 one of them is enough. The build gives it two threads on any machine, since
 * with fewer JDK 17 does without it.
 */
class BusyCommonPoolTest {

    @RegisterExtension
    static final StubbedService SERVICE = new StubbedService();

    @Test
    @Timeout(60)
    void aResponseIsHadAlthoughEveryThreadOfTheCommonPoolWaits() throws Exception {
        SERVICE.respondsTo("DescribeLiveCallbackTemplates", ok("\"Templates\":[]"));
        int threads = ForkJoinPool.commonPool().getParallelism();
        CountDownLatch waiting = new CountDownLatch(threads);
        CountDownLatch mayEnd = new CountDownLatch(1);
        for (int i = 0; i < threads; i++) {
            ForkJoinPool.commonPool().execute(() -> {
                waiting.countDown();
                try {
                    mayEnd.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
        }
        assertThat(waiting.await(10, TimeUnit.SECONDS)).isTrue();
        try (CssCallbackClient client = SERVICE.builder().build()) {
            assertThat(client.listTemplates()).isEmpty();
            assertThat(client.listTemplates()).as("by the same connection").isEmpty();
        } finally {
            mayEnd.countDown();
        }
    }
}
