package io.github.csscallback.receiver.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.csscallback.core.signature.CallbackKeys;
import io.github.csscallback.receiver.CallbackReceiver;
import io.github.csscallback.receiver.CallbackResponse;
import io.github.csscallback.receiver.Outcome.Kind;
import io.github.csscallback.receiver.RecordingListener;
import io.github.csscallback.receiver.TestPacket;
import io.github.csscallback.testsupport.SettableClock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class ReceiveAsyncTest {

    private final RecordingListener listener = new RecordingListener();
    private final ManualExecutor executor = new ManualExecutor();
    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1);
    private final AtomicInteger calls = new AtomicInteger();

    private CallbackReceiver.Builder builder() {
        timer.setRemoveOnCancelPolicy(true);
        return CallbackReceiver.builder()
                .keys(CallbackKeys.of(TestPacket.KEY))
                .clock(SettableClock.at(TestPacket.SENT_AT))
                .listener(listener)
                .maxInFlight(1)
                .otherwise(delivery -> calls.incrementAndGet());
    }

    @AfterEach
    void stopTheTimer() {
        timer.shutdownNow();
    }

    @Test
    void withoutAnExecutorAHandlerThatBlocksDoesNotBlockTheCaller() throws Exception {
        CountDownLatch mayFinish = new CountDownLatch(1);
        CallbackReceiver receiver = CallbackReceiver.builder()
                .keys(CallbackKeys.of(TestPacket.KEY))
                .clock(SettableClock.at(TestPacket.SENT_AT))
                .otherwise(delivery -> mayFinish.await())
                .build();

        CompletableFuture<CallbackResponse> response = receive(receiver, "1");
        assertThat(response).isNotDone();
        mayFinish.countDown();
        assertThat(response.get(10, TimeUnit.SECONDS).status()).isEqualTo(200);
    }

    @Test
    void aStoreThatBlocksDoesNotBlockTheCaller() {
        FailingStore store = new FailingStore(SettableClock.at(TestPacket.SENT_AT));
        store.onClaim = Optional.of(new IllegalStateException("called"));
        CallbackReceiver receiver =
                builder().executor(executor).idempotencyStore(store).build();

        CompletableFuture<CallbackResponse> response = receive(receiver, "1");
        assertThat(response).isNotDone();
        executor.runNext();
        assertThat(response).isCompletedWithValueMatching(done -> done.outcome().kind() == Kind.STORE_FAILED);
    }

    @Test
    void aDuplicateIsFoundOnTheExecutorAndLeavesNoPermitBehind() {
        CallbackReceiver receiver = builder().executor(executor).build();
        for (Kind expected : List.of(Kind.HANDLED, Kind.DUPLICATE, Kind.DUPLICATE)) {
            CompletableFuture<CallbackResponse> response = receive(receiver, "1");
            executor.runNext();
            assertThat(response)
                    .isCompletedWithValueMatching(done -> done.outcome().kind() == expected);
        }
    }

    @Test
    void anExecutorThatRunsATaskTwiceHandlesItOnce() {
        CallbackReceiver receiver = builder()
                .executor(task -> {
                    task.run();
                    task.run();
                })
                .build();

        assertThat(receive(receiver, "1"))
                .isCompletedWithValueMatching(done -> done.outcome().kind() == Kind.HANDLED);
        assertThat(calls).hasValue(1);
        assertThat(listener.failed).isEmpty();
        assertThat(listener.duplicates).isEmpty();
    }

    @Test
    void withAnExecutorItReturnsBeforeTheHandlerIsCalled() {
        CompletableFuture<CallbackResponse> response =
                receive(builder().executor(executor).timer(timer).build(), "1");

        assertThat(response).isNotDone();
        assertThat(calls).hasValue(0);
        executor.runNext();
        assertThat(response).isCompletedWithValueMatching(done -> done.outcome().kind() == Kind.HANDLED);
    }

    @Test
    void aRejectionIsRespondedToAtOnce() {
        CallbackReceiver receiver = builder().executor(executor).timer(timer).build();
        CompletableFuture<CallbackResponse> response =
                receiver.receiveAsync(TestPacket.streamBegin("1").request()).toCompletableFuture();

        assertThat(response).isCompletedWithValueMatching(done -> done.status() == 403);
        assertThat(timer.getQueue()).isEmpty();
    }

    @Test
    void withoutATimerTheDeadlineHoldsToo() throws Exception {
        CallbackReceiver receiver =
                builder().executor(executor).deadline(Duration.ofMillis(20)).build();

        assertThat(receive(receiver, "1").get(10, TimeUnit.SECONDS).outcome().kind())
                .isEqualTo(Kind.DEADLINE_EXCEEDED);
        executor.runNext();
        assertThat(calls).hasValue(1);
    }

    @Test
    void theAlarmIsCancelledWhenTheHandlerIsDone() {
        CallbackReceiver receiver = builder().executor(executor).timer(timer).build();
        CompletableFuture<CallbackResponse> response = receive(receiver, "1");
        assertThat(timer.getQueue()).hasSize(1);

        executor.runNext();
        assertThat(response).isDone();
        assertThat(timer.getQueue()).isEmpty();
    }

    @Test
    void atTheDeadlineItIs503AndTheLateSuccessMakesTheRetryADuplicate() throws Exception {
        CallbackReceiver receiver = builder()
                .executor(executor)
                .timer(timer)
                .deadline(Duration.ofMillis(20))
                .build();
        CallbackResponse late = receive(receiver, "1").get(10, TimeUnit.SECONDS);
        assertThat(late.status()).isEqualTo(503);
        assertThat(late.outcome().kind()).isEqualTo(Kind.DEADLINE_EXCEEDED);

        executor.runNext();
        CompletableFuture<CallbackResponse> retry = receive(receiver, "1");
        executor.runNext();
        assertThat(retry).isCompletedWithValueMatching(done -> done.outcome().kind() == Kind.DUPLICATE);
        assertThat(calls).hasValue(1);
    }

    @Test
    void anExecutorThatTakesNoMoreIs503AndLeavesNoAlarm() {
        boolean[] full = {true};
        CallbackReceiver receiver = builder()
                .executor(task -> {
                    if (full[0]) {
                        throw new RejectedExecutionException("full");
                    }
                    task.run();
                })
                .timer(timer)
                .build();

        assertThat(receive(receiver, "1"))
                .isCompletedWithValueMatching(done -> done.outcome().kind() == Kind.OVERLOADED);
        assertThat(timer.getQueue()).isEmpty();
        full[0] = false;
        assertThat(receive(receiver, "1"))
                .isCompletedWithValueMatching(done -> done.outcome().kind() == Kind.HANDLED);
    }

    @Test
    void aTimerThatIsShutDownIs503AndNeitherClaimNorPlaceStaysBehind() {
        FailingStore log = new FailingStore(SettableClock.at(TestPacket.SENT_AT));
        CallbackReceiver receiver =
                builder().idempotencyStore(log).executor(executor).timer(timer).build();
        timer.shutdownNow();

        for (int attempt = 0; attempt < 3; attempt++) {
            assertThat(receive(receiver, "1"))
                    .isCompletedWithValueMatching(done -> done.outcome().kind() == Kind.OVERLOADED);
        }
        assertThat(listener.failed)
                .allSatisfy(failed -> assertThat(failed.outcome().explanation()).contains("timer"));
        CallbackReceiver other =
                builder().idempotencyStore(log).executor(Runnable::run).build();
        assertThat(receive(other, "1"))
                .isCompletedWithValueMatching(done -> done.outcome().kind() == Kind.HANDLED);
    }

    @Test
    void whoeverCompletesTheStageDoesNotChangeTheReceiversResponse() {
        CallbackReceiver receiver = builder().executor(executor).timer(timer).build();
        var stage = receiver.receiveAsync(TestPacket.genuine("1").request());
        stage.toCompletableFuture().cancel(true);

        executor.runNext();
        assertThat(stage.toCompletableFuture()).isCompletedWithValueMatching(done -> done.status() == 200);
    }

    private static CompletableFuture<CallbackResponse> receive(CallbackReceiver receiver, String sequence) {
        return receiver.receiveAsync(TestPacket.genuine(sequence).request()).toCompletableFuture();
    }
}
