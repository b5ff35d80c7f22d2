package io.github.csscallback.receiver.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.csscallback.core.event.EventType;
import io.github.csscallback.core.signature.CallbackKey;
import io.github.csscallback.core.signature.CallbackKeys;
import io.github.csscallback.core.signature.VerificationResult;
import io.github.csscallback.receiver.CallbackReceiver;
import io.github.csscallback.receiver.CallbackResponse;
import io.github.csscallback.receiver.Outcome.Kind;
import io.github.csscallback.receiver.RecordingListener;
import io.github.csscallback.receiver.TestPacket;
import io.github.csscallback.receiver.UnsignedDelivery;
import io.github.csscallback.testsupport.SettableClock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Packets without a signature: rejected, but for the types that the user allows by name. */
class UnsignedTypesTest {

    private static final TestPacket MONITOR = TestPacket.ofType(328)
            .with("stream_id", "stream-1")
            .with("event_name", "StreamBroken")
            .with("event_time", 1767225600000L);

    private static final TestPacket RELAY = TestPacket.ofType(314)
            .with("task_id", "t-1")
            .with("callback_event", "TaskStart")
            .with("event_time", "1767225600");

    private final List<String> calls = new ArrayList<>();
    private final List<UnsignedDelivery<?>> unsigned = new ArrayList<>();
    private final RecordingListener listener = new RecordingListener();
    private final CallbackReceiver.Builder builder = CallbackReceiver.builder()
            .keys(CallbackKeys.of(TestPacket.KEY))
            .clock(SettableClock.at(TestPacket.SENT_AT))
            .listener(listener)
            .otherwise(
                    delivery -> calls.add("otherwise " + delivery.event().type().number()));

    @Test
    void anUnsignedPacketIsRejectedWhereNothingIsAllowed() {
        CallbackReceiver receiver = builder.build();

        for (TestPacket packet : List.of(MONITOR, RELAY, TestPacket.streamBegin("1"))) {
            CallbackResponse response = receiver.receive(packet.request());
            assertThat(response.status()).isEqualTo(403);
            assertThat(finding(response)).isEqualTo(VerificationResult.Kind.ABSENT);
        }
        assertThat(calls).isEmpty();
    }

    @Test
    void anAllowedTypeIsHandledAsWhatItIs() {
        allowMonitor();

        assertThat(receive(MONITOR)).isEqualTo(Kind.HANDLED);
        assertThat(unsigned).singleElement().satisfies(delivery -> {
            assertThat(delivery.event().type()).isEqualTo(EventType.of(328));
            assertThat(delivery.target()).isEqualTo("/css");
            assertThat(delivery.receivedAt()).isEqualTo(TestPacket.SENT_AT);
            assertThat(delivery.remoteAddress()).isNull();
            assertThat(delivery.body()).isEqualTo(MONITOR.bytes());
            assertThat(delivery.problems()).isEmpty();
            assertThat(delivery).asString().startsWith("UnsignedDelivery[328 ");
        });
        assertThat(listener.handled.get(0).delivery().authenticated()).isFalse();
    }

    @Test
    void anotherTypeIsStillRejected() {
        allowMonitor();

        assertThat(receive(RELAY)).isEqualTo(Kind.BAD_SIGNATURE);
        assertThat(receive(TestPacket.streamBegin("1"))).isEqualTo(Kind.BAD_SIGNATURE);
        assertThat(calls).isEmpty();
    }

    @Test
    void nullMembersAreAbsent() {
        allowMonitor();

        assertThat(receive(MONITOR.withJson("t", "null").withJson("sign", "null")))
                .isEqualTo(Kind.HANDLED);
    }

    @Test
    void aSignThatIsPresentAndWrongIsRejectedThoughUnsignedOnesAreAllowed() {
        allowMonitor();
        CallbackReceiver receiver = builder.build();

        CallbackResponse forged = receiver.receive(
                MONITOR.signed(CallbackKey.of("another"), TestPacket.SENT_AT).request());
        assertThat(forged.status()).isEqualTo(403);
        assertThat(finding(forged)).isEqualTo(VerificationResult.Kind.MISMATCH);
        for (TestPacket half : List.of(MONITOR.with("t", 1767225600), MONITOR.with("sign", "0".repeat(32)))) {
            CallbackResponse response = receiver.receive(half.request());
            assertThat(response.status()).isEqualTo(403);
            assertThat(finding(response)).isEqualTo(VerificationResult.Kind.MALFORMED);
        }
        assertThat(calls).isEmpty();
    }

    @Test
    void aSignedOneOfATypeWithAnUnsignedHandlerOnlyGoesToItAndIsValid() {
        builder.onUnsigned(
                EventType.of(314),
                delivery ->
                        calls.add("unsigned " + delivery.verificationResult().kind()));

        assertThat(receive(RELAY.signed())).isEqualTo(Kind.HANDLED);
        assertThat(receive(RELAY)).isEqualTo(Kind.HANDLED);
        assertThat(calls).containsExactly("unsigned VALID", "unsigned ABSENT");
    }

    @Test
    void aSignedAndAnUnsignedOneGoToTheirOwnHandlers() {
        builder.on(EventType.of(314), delivery -> calls.add("signed"))
                .onUnsigned(EventType.of(314), delivery -> calls.add("unsigned"));

        receive(RELAY.signed());
        receive(RELAY);
        assertThat(calls).containsExactly("signed", "unsigned");
    }

    @Test
    void aForgedOneCannotMakeAGenuineOneLookRepeated() {
        builder.onUnsigned(EventType.of(1), delivery -> calls.add("unsigned"));
        CallbackReceiver receiver = builder.build();

        receiver.receive(TestPacket.streamBegin("1").request());
        CallbackResponse genuine = receiver.receive(TestPacket.genuine("1").request());
        assertThat(genuine.outcome().kind()).isEqualTo(Kind.HANDLED);
        assertThat(calls).containsExactly("unsigned", "unsigned");
        assertThat(listener.handled.get(0).delivery().idempotencyKey())
                .isNotEqualTo(listener.handled.get(1).delivery().idempotencyKey());
    }

    @Test
    void theDuplicateOfAnUnsignedOneIsRecognizedToo() {
        allowMonitor();
        CallbackReceiver receiver = builder.build();

        receiver.receive(MONITOR.request());
        assertThat(receiver.receive(MONITOR.request()).outcome().kind()).isEqualTo(Kind.DUPLICATE);
        assertThat(calls).containsExactly("unsigned");
    }

    @Test
    void anUnsignedHandlerThatThrowsIs500AndTheRetryIsHandled() {
        boolean[] fails = {true};
        CallbackReceiver receiver = builder.onUnsigned(EventType.of(328), delivery -> {
                    if (fails[0]) {
                        throw new IllegalStateException("once");
                    }
                })
                .build();

        assertThat(receiver.receive(MONITOR.request()).status()).isEqualTo(500);
        fails[0] = false;
        assertThat(receiver.receive(MONITOR.request()).outcome().kind()).isEqualTo(Kind.HANDLED);
    }

    private void allowMonitor() {
        builder.onUnsigned(EventType.of(328), delivery -> {
            calls.add("unsigned");
            unsigned.add(delivery);
        });
    }

    private Kind receive(TestPacket packet) {
        return builder.build().receive(packet.request()).outcome().kind();
    }

    private static VerificationResult.Kind finding(CallbackResponse response) {
        return Objects.requireNonNull(response.outcome().verificationResult()).kind();
    }
}
