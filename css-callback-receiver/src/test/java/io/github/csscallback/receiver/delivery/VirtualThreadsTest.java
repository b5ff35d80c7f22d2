package io.github.csscallback.receiver.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.csscallback.core.signature.CallbackKeys;
import io.github.csscallback.receiver.CallbackReceiver;
import io.github.csscallback.receiver.CallbackResponse;
import io.github.csscallback.receiver.TestPacket;
import io.github.csscallback.testsupport.SettableClock;
import java.lang.reflect.Method;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

/** Handlers on virtual threads. By reflection, since the tests are compiled for 17. */
@Timeout(20)
@EnabledForJreRange(min = JRE.JAVA_21)
class VirtualThreadsTest {

    @Test
    void handlersRunOnVirtualThreads() throws Exception {
        Method isVirtual = Thread.class.getMethod("isVirtual");
        CompletableFuture<Object> virtual = new CompletableFuture<>();
        ExecutorService executor = (ExecutorService)
                Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
        try {
            CallbackReceiver receiver = CallbackReceiver.builder()
                    .keys(CallbackKeys.of(TestPacket.KEY))
                    .clock(SettableClock.at(TestPacket.SENT_AT))
                    .executor(executor)
                    .otherwise(delivery -> virtual.complete(isVirtual.invoke(Thread.currentThread())))
                    .build();

            CallbackResponse response = receiver.receiveAsync(
                            TestPacket.genuine("1").request())
                    .toCompletableFuture()
                    .get(10, TimeUnit.SECONDS);
            assertThat(response.status()).isEqualTo(200);
            assertThat(virtual.getNow(false)).isEqualTo(true);
        } finally {
            executor.shutdown();
        }
    }
}
