package io.github.csscallback.receiver.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.csscallback.core.signature.CallbackKeys;
import io.github.csscallback.receiver.CallbackListener;
import io.github.csscallback.receiver.CallbackReceiver;
import io.github.csscallback.receiver.CallbackRequest;
import io.github.csscallback.receiver.CallbackResponse;
import io.github.csscallback.receiver.DeliverySummary;
import io.github.csscallback.receiver.Outcome;
import io.github.csscallback.receiver.Outcome.Kind;
import io.github.csscallback.receiver.RecordingListener;
import io.github.csscallback.receiver.TestPacket;
import io.github.csscallback.testsupport.SettableClock;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a handler throws, the response makes CSS retry, and the retry is not blocked by a claim. */
class HandlerFailureTest {

    private final RecordingListener listener = new RecordingListener();
    private final Deque<Throwable> thrown = new ArrayDeque<>();
    private final CallbackReceiver receiver = CallbackReceiver.builder()
            .keys(CallbackKeys.of(TestPacket.KEY))
            .clock(SettableClock.at(TestPacket.SENT_AT))
            .listener(listener)
            .maxInFlight(1)
            .otherwise(delivery -> {
                if (thrown.peek() instanceof Error error) {
                    thrown.pop();
                    throw error;
                }
                if (thrown.peek() instanceof Exception exception) {
                    thrown.pop();
                    throw exception;
                }
            })
            .build();

    static Stream<Throwable> failures() {
        return Stream.of(
                new IllegalStateException("unchecked"),
                new IOException("checked"),
                new AssertionError("an error"),
                new OutOfMemoryError("pretended"),
                new StackOverflowError(),
                new ExceptionThatCannotSpeak());
    }

    @ParameterizedTest
    @MethodSource("failures")
    void itGets500AndTheRetryIsHandled(Throwable failure) {
        thrown.add(failure);

        CallbackResponse response = receiver.receive(TestPacket.genuine("1").request());
        assertThat(response.status()).isEqualTo(500);
        assertThat(response.outcome().kind()).isEqualTo(Kind.FAILED);
        assertThat(response.outcome().failure() == failure).isTrue();
        assertThat(response.outcome().explanation()).contains(failure.getClass().getName());
        assertThat(listener.failures()).containsExactly(Kind.FAILED);
        assertThat(receive()).isEqualTo(Kind.HANDLED);
    }

    @Test
    void anInterruptedHandlerIsAFailureAndItsThreadStaysInterrupted() {
        thrown.add(new InterruptedException("stop"));

        assertThat(receive()).isEqualTo(Kind.FAILED);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(receive()).isEqualTo(Kind.HANDLED);
        assertThat(Thread.interrupted()).isFalse();
    }

    @Test
    void aListenerThatAsksForTheRetryFindsTheClaimReleased() {
        CallbackReceiver[] retrying = new CallbackReceiver[1];
        Deque<Kind> retries = new ArrayDeque<>();
        Deque<RuntimeException> failures = new ArrayDeque<>();
        failures.add(new IllegalStateException("once"));
        retrying[0] = CallbackReceiver.builder()
                .keys(CallbackKeys.of(TestPacket.KEY))
                .clock(SettableClock.at(TestPacket.SENT_AT))
                .listener(new CallbackListener() {
                    @Override
                    public void failed(DeliverySummary delivery, Outcome outcome) {
                        CallbackRequest retry = TestPacket.genuine("1").request();
                        retries.add(retrying[0].receive(retry).outcome().kind());
                    }
                })
                .otherwise(delivery -> {
                    if (!failures.isEmpty()) {
                        throw failures.pop();
                    }
                })
                .build();

        retrying[0].receive(TestPacket.genuine("1").request());
        assertThat(retries).containsExactly(Kind.HANDLED);
    }

    private Kind receive() {
        return receiver.receive(TestPacket.genuine("1").request()).outcome().kind();
    }

    /** Breaks whoever wants to print it. */
    private static final class ExceptionThatCannotSpeak extends RuntimeException {

        private static final long serialVersionUID = 1L;

        @Override
        public String getMessage() {
            throw new IllegalStateException("no message either");
        }

        @Override
        public String toString() {
            return "ExceptionThatCannotSpeak";
        }
    }
}
