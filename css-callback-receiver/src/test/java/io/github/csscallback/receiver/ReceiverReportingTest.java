package io.github.csscallback.receiver;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import io.github.csscallback.core.signature.CallbackKey;
import io.github.csscallback.core.signature.CallbackKeys;
import io.github.csscallback.receiver.Outcome.Kind;
import io.github.csscallback.receiver.delivery.FailingStore;
import io.github.csscallback.testsupport.CapturedLog;
import io.github.csscallback.testsupport.SettableClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The log and the listener: what is reported to them, and that they decide nothing. */
class ReceiverReportingTest {

    private static final CallbackKey STRANGERS = CallbackKey.of("a-stranger-s-key");

    private final SettableClock clock = SettableClock.at(TestPacket.SENT_AT);
    private final FailingStore idempotencyStore = new FailingStore(clock);
    private final RecordingListener listener = new RecordingListener();
    private final CapturedLog log = CapturedLog.of(CallbackReceiver.class);
    private Optional<Exception> handlerThrows = Optional.empty();

    private CallbackReceiver.Builder builder() {
        return CallbackReceiver.builder()
                .keys(CallbackKeys.of(TestPacket.KEY))
                .clock(clock)
                .idempotencyStore(idempotencyStore)
                .otherwise(delivery -> {
                    if (handlerThrows.isPresent()) {
                        throw handlerThrows.get();
                    }
                });
    }

    @AfterEach
    void stopCapturing() {
        log.close();
    }

    /** Throws on every call. */
    private record Throwing(boolean error, List<String> calls) implements CallbackListener {

        private void fail(String what) {
            calls.add(what);
            if (error) {
                throw new AssertionError("the listener");
            }
            throw new IllegalStateException("the listener");
        }

        @Override
        public void handled(DeliverySummary delivery, Timings timings) {
            fail("handled");
        }

        @Override
        public void rejected(Rejection rejection) {
            fail("rejected");
        }

        @Override
        public void duplicate(DeliverySummary delivery) {
            fail("duplicate");
        }

        @Override
        public void failed(DeliverySummary delivery, Outcome outcome) {
            fail("failed");
        }

        @Override
        public void storeFailed(DeliverySummary delivery, Throwable failure) {
            fail("storeFailed");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aListenerThatThrowsChangesNoResponse(boolean error) {
        List<String> calls = new ArrayList<>();
        CallbackReceiver receiver =
                builder().listener(new Throwing(error, calls)).build();

        assertThat(kind(receiver, TestPacket.genuine("1"))).isEqualTo(Kind.HANDLED);
        assertThat(kind(receiver, TestPacket.genuine("1"))).isEqualTo(Kind.DUPLICATE);
        assertThat(kind(receiver, TestPacket.streamBegin("1"))).isEqualTo(Kind.BAD_SIGNATURE);
        handlerThrows = Optional.of(new IllegalStateException("the handler"));
        assertThat(kind(receiver, TestPacket.genuine("2"))).isEqualTo(Kind.FAILED);
        handlerThrows = Optional.empty();
        assertThat(kind(receiver, TestPacket.genuine("2"))).isEqualTo(Kind.HANDLED);
        idempotencyStore.onMarkHandled = Optional.of(new IllegalStateException("the store"));
        assertThat(kind(receiver, TestPacket.genuine("3"))).isEqualTo(Kind.HANDLED);
        assertThat(calls)
                .containsExactly("handled", "duplicate", "rejected", "failed", "handled", "storeFailed", "handled");
        assertThat(log.messages(Level.WARN))
                .filteredOn(message -> message.contains("listener threw"))
                .hasSize(calls.size());
    }

    @Test
    void aListenerNeedNotListenToEverything() {
        CallbackReceiver receiver =
                builder().listener(new CallbackListener() {}).build();

        assertThat(kind(receiver, TestPacket.genuine("1"))).isEqualTo(Kind.HANDLED);
        assertThat(kind(receiver, TestPacket.genuine("1"))).isEqualTo(Kind.DUPLICATE);
        assertThat(kind(receiver, TestPacket.streamBegin("1"))).isEqualTo(Kind.BAD_SIGNATURE);
        assertThat(log.messages(Level.WARN)).noneMatch(message -> message.contains("listener"));
    }

    @Test
    void aRejectionForTimeIsWarnedOfWithBothInstants() {
        CallbackReceiver receiver = builder().build();

        kind(receiver, TestPacket.streamBegin("1").signedFor(TestPacket.KEY, TestPacket.SENT_AT.minusSeconds(601)));
        kind(receiver, TestPacket.streamBegin("1").signedFor(TestPacket.KEY, TestPacket.SENT_AT.plusSeconds(901)));
        assertThat(log.messages(Level.WARN)).hasSize(2);
        assertThat(log.messages(Level.WARN).get(0)).contains("EXPIRED", "2025-12-31T23:49:59Z", "2026-01-01T00:00:00Z");
        assertThat(log.messages(Level.WARN).get(1))
                .contains("NOT_YET_VALID", "2026-01-01T00:15:01Z", "2026-01-01T00:00:00Z");
    }

    @Test
    void rejectionsForOneReasonAreWarnedOfOnceAMinuteAndElseAtDebug() {
        CallbackReceiver receiver = builder().listener(listener).build();
        TestPacket forged = TestPacket.streamBegin("1").signed(STRANGERS, TestPacket.SENT_AT);

        for (int i = 0; i < 60; i++) {
            kind(receiver, forged);
            clock.advance(Duration.ofMillis(999));
        }
        assertThat(log.messages(Level.WARN)).hasSize(1);
        assertThat(log.messages(Level.DEBUG)).hasSize(59);
        assertThat(listener.rejected).hasSize(60);
        clock.advance(Duration.ofMillis(60));
        kind(receiver, forged);
        assertThat(log.messages(Level.WARN)).hasSize(2);
    }

    @Test
    void strangersCannotSilenceTheWarningThatAClockIsWrong() {
        CallbackReceiver receiver = builder().build();
        kind(receiver, TestPacket.streamBegin("1").signed(STRANGERS, TestPacket.SENT_AT));
        kind(receiver, TestPacket.streamBegin("1"));

        kind(receiver, TestPacket.streamBegin("1").signedFor(TestPacket.KEY, TestPacket.SENT_AT.minusSeconds(601)));
        assertThat(log.messages(Level.WARN)).last().asString().contains("EXPIRED");
    }

    @Test
    void aWarningHasSenderAndSizeAndNothingOfTheBody() {
        TestPacket forged = TestPacket.streamBegin("very-private").signed(STRANGERS, TestPacket.SENT_AT);
        builder()
                .build()
                .receive(CallbackRequest.builder()
                        .remoteAddress("203.0.113.7")
                        .body(forged.bytes())
                        .build());

        assertThat(log.messages(Level.WARN))
                .singleElement()
                .asString()
                .contains("203.0.113.7", forged.bytes().length + " bytes", "MISMATCH")
                .doesNotContain("very-private", "stream-1", "push.example.com");
    }

    @Test
    void whatHandlersDoIsLoggedByTypeAndIdentity() {
        CallbackReceiver receiver = builder().listener(listener).build();
        kind(receiver, TestPacket.genuine("1"));
        kind(receiver, TestPacket.genuine("1"));

        String id = String.valueOf(listener.handled.get(0).delivery().idempotencyKey());
        assertThat(log.messages(Level.WARN)).isEmpty();
        assertThat(log.messages(Level.DEBUG))
                .containsExactly(
                        "handled 1 StreamBeginEvent " + id, "duplicate, not handled again: 1 StreamBeginEvent " + id);
    }

    @Test
    void aFailureIsWarnedOfWithItsException() {
        handlerThrows = Optional.of(new IllegalStateException("no space left"));
        kind(builder().build(), TestPacket.genuine("1"));

        assertThat(log.events())
                .extracting(ILoggingEvent::getThrowableProxy)
                .singleElement()
                .satisfies(thrown -> assertThat(thrown.getMessage()).isEqualTo("no space left"));
    }

    @Test
    void anExceptionThatCannotBePrintedIsStillAFailureAndIsReported() {
        handlerThrows = Optional.of(new Unprintable());
        CallbackReceiver receiver = builder().listener(listener).build();

        assertThat(kind(receiver, TestPacket.genuine("1"))).isEqualTo(Kind.FAILED);
        assertThat(listener.failures()).containsExactly(Kind.FAILED);
        assertThat(log.messages(Level.WARN))
                .hasSize(2)
                .allSatisfy(message -> assertThat(message).contains("Unprintable"));
        handlerThrows = Optional.empty();
        assertThat(kind(receiver, TestPacket.genuine("1"))).isEqualTo(Kind.HANDLED);
    }

    private static final class Unprintable extends Exception {

        private static final long serialVersionUID = 1L;

        @Override
        public String getMessage() {
            throw new IllegalStateException("no message either");
        }
    }

    private static Kind kind(CallbackReceiver receiver, TestPacket packet) {
        return receiver.receive(packet.request()).outcome().kind();
    }
}
