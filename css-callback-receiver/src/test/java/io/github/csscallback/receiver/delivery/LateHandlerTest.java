package io.github.csscallback.receiver.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.github.csscallback.core.signature.CallbackKeys;
import io.github.csscallback.receiver.CallbackReceiver;
import io.github.csscallback.receiver.CallbackRequest;
import io.github.csscallback.receiver.CallbackResponse;
import io.github.csscallback.receiver.Outcome.Kind;
import io.github.csscallback.receiver.RecordingListener;
import io.github.csscallback.receiver.TestPacket;
import io.github.csscallback.testsupport.SettableClock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A receiver with an executor: the response when a handler is late, and what happens to its work. */
@Timeout(20)
class LateHandlerTest {

    private final SettableClock clock = SettableClock.at(TestPacket.SENT_AT);
    private final RecordingListener listener = new RecordingListener();
    private final ManualExecutor executor = new ManualExecutor();
    private final AtomicInteger calls = new AtomicInteger();
    private boolean handlerFails;

    private CallbackReceiver.Builder builder(Executor handlerExecutor) {
        return CallbackReceiver.builder()
                .keys(CallbackKeys.of(TestPacket.KEY))
                .clock(clock)
                .listener(listener)
                .executor(handlerExecutor)
                .otherwise(delivery -> {
                    calls.incrementAndGet();
                    if (handlerFails) {
                        throw new IllegalStateException("late and failing");
                    }
                });
    }

    private final CallbackReceiver receiver = builder(executor).build();

    @Test
    void aHandlerInTimeGets200() {
        assertThat(kind(builder(Runnable::run).build(), "1")).isEqualTo(Kind.HANDLED);
    }

    @Test
    void aHandlerOnAnotherThreadIsWaitedFor() {
        Executor threads = ForkJoinPool.commonPool();
        assertThat(kind(builder(threads).build(), "1")).isEqualTo(Kind.HANDLED);
        assertThat(calls).hasValue(1);
    }

    @Test
    void whenTheDeadlineHasPassedTheResponseMakesCssRetry() {
        CallbackResponse response = receiver.receive(longAgo("1"));

        assertThat(response.status()).isEqualTo(503);
        assertThat(response.outcome().kind()).isEqualTo(Kind.DEADLINE_EXCEEDED);
        assertThat(listener.failures()).containsExactly(Kind.DEADLINE_EXCEEDED);
    }

    @Test
    void theDeadlineCountsFromTheArrivalOfTheRequest() {
        CallbackReceiver strict =
                builder(executor).deadline(Duration.ofMillis(30)).build();
        long before = System.nanoTime();

        assertThat(kind(strict, "1")).isEqualTo(Kind.DEADLINE_EXCEEDED);
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThanOrEqualTo(Duration.ofMillis(30));
    }

    @Test
    void aLateHandlerKeepsItsClaim() {
        receiver.receive(longAgo("1"));

        assertThat(kind(receiver, "1")).isEqualTo(Kind.IN_PROGRESS);
        assertThat(calls).hasValue(0);
    }

    @Test
    void aLateSuccessIsRememberedAndTheRetryIs200() {
        receiver.receive(longAgo("1"));
        executor.runNext();

        assertThat(kind(receiver, "1")).isEqualTo(Kind.DUPLICATE);
        assertThat(calls).hasValue(1);
        assertThat(listener.handled).hasSize(1);
        assertThat(listener.failures()).containsExactly(Kind.DEADLINE_EXCEEDED);
    }

    @Test
    void aLateFailureReleasesAndTheRetryIsHandled() {
        handlerFails = true;
        receiver.receive(longAgo("1"));
        executor.runNext();
        handlerFails = false;

        assertThat(listener.failures()).containsExactly(Kind.DEADLINE_EXCEEDED, Kind.FAILED);
        receiver.receive(longAgo("1"));
        executor.runNext();
        assertThat(calls).hasValue(2);
        assertThat(kind(receiver, "1")).isEqualTo(Kind.DUPLICATE);
    }

    @Test
    void aLateHandlerIsNotInterrupted() throws Exception {
        CountDownLatch responded = new CountDownLatch(1);
        CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
        CallbackReceiver patient = CallbackReceiver.builder()
                .keys(CallbackKeys.of(TestPacket.KEY))
                .clock(clock)
                .executor(ForkJoinPool.commonPool())
                .otherwise(delivery -> {
                    responded.await();
                    interrupted.complete(Thread.currentThread().isInterrupted());
                })
                .build();

        assertThat(patient.receive(longAgo("1")).outcome().kind()).isEqualTo(Kind.DEADLINE_EXCEEDED);
        responded.countDown();
        assertThat(interrupted.get(10, TimeUnit.SECONDS)).isFalse();
    }

    @Test
    void lateHandlersCountAsInFlightUntilTheyEnd() {
        CallbackReceiver narrow = builder(executor).maxInFlight(2).build();
        narrow.receive(longAgo("1"));
        narrow.receive(longAgo("2"));

        CallbackResponse third = narrow.receive(longAgo("3"));
        assertThat(third.status()).isEqualTo(503);
        assertThat(third.outcome().kind()).isEqualTo(Kind.OVERLOADED);
        executor.runNext();
        narrow.receive(longAgo("3"));
        executor.runNext();
        executor.runNext();
        assertThat(calls).hasValue(3);
    }

    @Test
    void aDeliveryTurnedAwayForLackOfAPlaceIsNotClaimed() {
        CallbackReceiver narrow = builder(executor).maxInFlight(1).build();
        narrow.receive(longAgo("1"));
        narrow.receive(longAgo("2"));
        executor.runNext();

        narrow.receive(longAgo("2"));
        executor.runNext();
        assertThat(calls).hasValue(2);
        assertThat(listener.failures())
                .containsExactly(Kind.DEADLINE_EXCEEDED, Kind.OVERLOADED, Kind.DEADLINE_EXCEEDED);
    }

    @Test
    void anExecutorThatTakesNoMoreIs503AndReleasesTheClaim() {
        assertTurnedAway(new RejectedExecutionException("full"));
    }

    @Test
    void anExecutorThatBreaksIs503AndReleasesTheClaim() {
        assertTurnedAway(new OutOfMemoryError("unable to create native thread"));
        assertThat(listener.failed.get(0).outcome().failure()).isInstanceOf(OutOfMemoryError.class);
    }

    private void assertTurnedAway(Throwable thrown) {
        boolean[] broken = {true};
        CallbackReceiver turningAway = builder(task -> {
                    if (broken[0] && thrown instanceof Error error) {
                        throw error;
                    }
                    if (broken[0]) {
                        throw (RuntimeException) thrown;
                    }
                    task.run();
                })
                .maxInFlight(1)
                .build();

        CallbackResponse response = turningAway.receive(TestPacket.genuine("1").request());
        assertThat(response.status()).isEqualTo(503);
        assertThat(response.outcome().kind()).isEqualTo(Kind.OVERLOADED);
        assertThat(listener.failures()).containsExactly(Kind.OVERLOADED);
        assertThat(calls).hasValue(0);
        broken[0] = false;
        assertThat(kind(turningAway, "1")).isEqualTo(Kind.HANDLED);
    }

    @Test
    void anExecutorThatRunsADeliveryTwiceHandlesItOnce() {
        CallbackReceiver twice = builder(task -> {
                    task.run();
                    task.run();
                })
                .build();

        assertThat(kind(twice, "1")).isEqualTo(Kind.HANDLED);
        assertThat(calls).hasValue(1);
    }

    @Test
    void anExecutorThatRunsADeliveryAndThenThrowsHasHandledIt() {
        CallbackReceiver odd = builder(task -> {
                    task.run();
                    throw new RejectedExecutionException("after all");
                })
                .build();

        assertThat(kind(odd, "1")).isEqualTo(Kind.HANDLED);
        assertThat(listener.failed).isEmpty();
    }

    @Test
    void aThreadThatIsInterruptedWhileItWaitsResponds503AndStaysInterrupted() {
        Thread.currentThread().interrupt();

        assertThat(kind(receiver, "1")).isEqualTo(Kind.DEADLINE_EXCEEDED);
        assertThat(Thread.interrupted()).isTrue();
        assertThatCode(executor::runNext).doesNotThrowAnyException();
        assertThat(kind(receiver, "1")).isEqualTo(Kind.DUPLICATE);
    }

    /** A request that waited upstream until its deadline had passed. */
    private static CallbackRequest longAgo(String sequence) {
        return CallbackRequest.builder()
                .target("/css")
                .receivedAt(TestPacket.SENT_AT.minusSeconds(15))
                .body(TestPacket.genuine(sequence).bytes())
                .build();
    }

    private static Kind kind(CallbackReceiver receiver, String sequence) {
        return receiver.receive(TestPacket.genuine(sequence).request())
                .outcome()
                .kind();
    }
}
