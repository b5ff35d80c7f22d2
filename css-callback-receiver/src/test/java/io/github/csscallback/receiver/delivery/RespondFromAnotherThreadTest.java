package io.github.csscallback.receiver.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import ch.qos.logback.classic.Level;
import io.github.csscallback.core.signature.CallbackKeys;
import io.github.csscallback.receiver.CallbackReceiver;
import io.github.csscallback.receiver.CallbackResponse;
import io.github.csscallback.receiver.Outcome.Kind;
import io.github.csscallback.receiver.RecordingListener;
import io.github.csscallback.receiver.TestPacket;
import io.github.csscallback.testsupport.CapturedLog;
import io.github.csscallback.testsupport.SettableClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The entry point for servers that can respond from another thread. */
@Timeout(20)
class RespondFromAnotherThreadTest {

    private final RecordingListener listener = new RecordingListener();
    private final AtomicInteger calls = new AtomicInteger();
    private final CountDownLatch mayFinish = new CountDownLatch(1);
    private final List<CallbackResponse> responses = new ArrayList<>();

    private CallbackReceiver.Builder builder() {
        return CallbackReceiver.builder()
                .keys(CallbackKeys.of(TestPacket.KEY))
                .clock(SettableClock.at(TestPacket.SENT_AT))
                .listener(listener)
                .maxInFlight(1)
                .otherwise(delivery -> calls.incrementAndGet());
    }

    @Test
    void theHandlerAndTheResponderRunOnTheCallingThread() {
        List<Thread> threads = new ArrayList<>();
        CallbackReceiver receiver = CallbackReceiver.builder()
                .keys(CallbackKeys.of(TestPacket.KEY))
                .clock(SettableClock.at(TestPacket.SENT_AT))
                .otherwise(delivery -> threads.add(Thread.currentThread()))
                .build();

        receiver.receive(TestPacket.genuine("1").request(), response -> {
            threads.add(Thread.currentThread());
            responses.add(response);
        });
        assertThat(threads).containsExactly(Thread.currentThread(), Thread.currentThread());
        assertThat(responses)
                .singleElement()
                .satisfies(response -> assertThat(response.status()).isEqualTo(200));
    }

    @Test
    void withAnExecutorTheResponderRunsWhereTheHandlerDid() {
        ManualExecutor executor = new ManualExecutor();
        CallbackReceiver receiver = builder().executor(executor).build();

        receiver.receive(TestPacket.genuine("1").request(), responses::add);
        assertThat(responses).isEmpty();
        executor.runNext();
        assertThat(kinds()).containsExactly(Kind.HANDLED);
    }

    @Test
    void aRejectedRequestIsRespondedToOnce() {
        builder().build().receive(TestPacket.streamBegin("1").request(), responses::add);

        assertThat(kinds()).containsExactly(Kind.BAD_SIGNATURE);
        assertThat(listener.rejections()).containsExactly(Kind.BAD_SIGNATURE);
    }

    @Test
    void atTheDeadlineAnotherThreadRespondsWhileTheHandlerGoesOn() throws Exception {
        BlockingQueue<CallbackResponse> given = new LinkedBlockingQueue<>();
        CallbackReceiver receiver = waiting().deadline(Duration.ofMillis(20)).build();

        receiver.receive(TestPacket.genuine("1").request(), response -> {
            given.add(response);
            mayFinish.countDown(); // only now the handler, on the thread of this test, returns
        });
        assertThat(given.take().outcome().kind()).isEqualTo(Kind.DEADLINE_EXCEEDED);
        assertThat(given).isEmpty();
        assertThat(calls).hasValue(1);
        assertThat(receiver.receive(TestPacket.genuine("1").request()).outcome().kind())
                .isEqualTo(Kind.DUPLICATE);
    }

    @Test
    void withATimerItsThreadRespondsAndTheDeadlineIsCancelledWithTheResponse() throws Exception {
        ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, task -> new Thread(task, "the-timer"));
        timer.setRemoveOnCancelPolicy(true);
        try {
            BlockingQueue<String> threads = new LinkedBlockingQueue<>();
            CallbackReceiver receiver =
                    waiting().timer(timer).deadline(Duration.ofMillis(20)).build();
            receiver.receive(TestPacket.genuine("1").request(), response -> {
                threads.add(Thread.currentThread().getName());
                mayFinish.countDown();
            });
            assertThat(threads.take()).isEqualTo("the-timer");

            receiver.receive(TestPacket.genuine("2").request(), responses::add);
            assertThat(kinds()).containsExactly(Kind.HANDLED);
            assertThat(timer.getQueue()).isEmpty();
        } finally {
            timer.shutdownNow();
        }
    }

    @Test
    void aResponderThatThrowsIsReportedAndTheClaimIsSettled() {
        CallbackReceiver receiver = builder().build();
        try (CapturedLog log = CapturedLog.of(CallbackReceiver.class)) {
            assertThatCode(() -> receiver.receive(TestPacket.genuine("1").request(), response -> {
                        throw new IllegalStateException("the peer is gone");
                    }))
                    .doesNotThrowAnyException();
            assertThat(log.messages(Level.WARN)).singleElement().asString().contains("responder threw", "200 HANDLED");
        }

        receiver.receive(TestPacket.genuine("1").request(), responses::add);
        assertThat(kinds()).containsExactly(Kind.DUPLICATE);
    }

    @Test
    void aResponderFindsThePermitReleased() {
        CallbackReceiver receiver = builder().build();

        receiver.receive(
                TestPacket.genuine("1").request(),
                first -> receiver.receive(TestPacket.genuine("2").request(), responses::add));
        assertThat(kinds()).containsExactly(Kind.HANDLED);
    }

    @Test
    void anAdapterCanReportARequestThatItRejectsItself() {
        CallbackReceiver receiver = builder().build();
        try (CapturedLog log = CapturedLog.of(CallbackReceiver.class)) {
            for (int i = 0; i < 3; i++) {
                CallbackResponse response = receiver.reject(Kind.WRONG_PATH, "expected /css", 0, "203.0.113.7");
                assertThat(response.status()).isEqualTo(404);
            }
            assertThat(log.messages(Level.WARN)).singleElement().asString().contains("203.0.113.7", "expected /css");
        }
        assertThat(listener.rejections()).hasSize(3).containsOnly(Kind.WRONG_PATH);
    }

    @Test
    void anAdapterCannotRejectWithAStatusThatEndsTheRetries() {
        CallbackReceiver receiver = builder().build();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> receiver.reject(Kind.DUPLICATE, "", 0, null))
                .withMessageContaining("DUPLICATE");
    }

    private CallbackReceiver.Builder waiting() {
        return CallbackReceiver.builder()
                .keys(CallbackKeys.of(TestPacket.KEY))
                .clock(SettableClock.at(TestPacket.SENT_AT))
                .otherwise(delivery -> {
                    calls.incrementAndGet();
                    assertThat(mayFinish.await(10, TimeUnit.SECONDS)).isTrue();
                });
    }

    private List<Kind> kinds() {
        return responses.stream().map(response -> response.outcome().kind()).toList();
    }
}
