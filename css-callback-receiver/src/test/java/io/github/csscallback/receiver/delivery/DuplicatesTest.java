package io.github.csscallback.receiver.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.csscallback.core.event.EventType;
import io.github.csscallback.core.signature.CallbackKeys;
import io.github.csscallback.core.signature.TimestampTolerance;
import io.github.csscallback.receiver.CallbackReceiver;
import io.github.csscallback.receiver.CallbackRequest;
import io.github.csscallback.receiver.Outcome.Kind;
import io.github.csscallback.receiver.RecordingListener;
import io.github.csscallback.receiver.TestPacket;
import io.github.csscallback.receiver.idempotency.InMemoryIdempotencyStore;
import io.github.csscallback.testsupport.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** Which deliveries are duplicates, and which of an event's deliveries is handled. */
class DuplicatesTest {

    private final SettableClock clock = SettableClock.at(TestPacket.SENT_AT);
    private final RecordingListener listener = new RecordingListener();
    private final List<String> handled = new ArrayList<>();
    /** What the handler does on its next calls, beside noting them. */
    private final Deque<Callable<?>> next = new ArrayDeque<>();

    private final CallbackReceiver receiver = builder().build();

    private CallbackReceiver.Builder builder() {
        return CallbackReceiver.builder()
                .keys(CallbackKeys.of(TestPacket.KEY))
                .clock(clock)
                .listener(listener)
                .otherwise(delivery -> {
                    handled.add(String.valueOf(delivery.event().fields().text("sequence")));
                    if (!next.isEmpty()) {
                        next.pop().call();
                    }
                });
    }

    @Test
    void aDuplicateGets200AndIsNotHandledAgain() {
        assertThat(receive("1")).isEqualTo(Kind.HANDLED);
        assertThat(receive("1")).isEqualTo(Kind.DUPLICATE);
        assertThat(receive("2")).isEqualTo(Kind.HANDLED);
        assertThat(handled).containsExactly("1", "2");
    }

    @Test
    void aRetryThatIsSignedAnewIsStillADuplicate() {
        receive("1");
        clock.advance(Duration.ofMinutes(3));

        assertThat(receive(TestPacket.streamBegin("1").signed(TestPacket.KEY, clock.instant())))
                .isEqualTo(Kind.DUPLICATE);
    }

    @Test
    void theSameContentAtAnotherPathIsAnotherEvent() {
        receive("1");

        assertThat(kindAt(receiver, "/other")).isEqualTo(Kind.HANDLED);
    }

    @Test
    void aQueryThatAGatewayChangesLeavesARetryADuplicate() {
        assertThat(kindAt(receiver, "/css?trace=1")).isEqualTo(Kind.HANDLED);
        assertThat(kindAt(receiver, "/css?trace=2")).isEqualTo(Kind.DUPLICATE);
        assertThat(kindAt(receiver, "/css")).isEqualTo(Kind.DUPLICATE);
    }

    @Test
    void whereTheTargetChoosesTheKeysNoTenantCanMarkTheEventOfAnotherAsHandled() {
        CallbackKeys sameForAll = CallbackKeys.of(TestPacket.KEY);
        CallbackReceiver byTarget =
                builder().keys(target -> sameForAll.forTarget(target)).build();

        assertThat(kindAt(byTarget, "/css?account=1")).isEqualTo(Kind.HANDLED);
        assertThat(kindAt(byTarget, "/css?account=2")).isEqualTo(Kind.HANDLED);
        assertThat(kindAt(byTarget, "/css?account=2")).isEqualTo(Kind.DUPLICATE);
    }

    private static Kind kindAt(CallbackReceiver receiver, String target) {
        return receiver.receive(
                        CallbackRequest.post(target, TestPacket.genuine("1").bytes()))
                .outcome()
                .kind();
    }

    @Test
    void theListenerIsCalledOnceForEach() {
        receive("1");
        receive("1");

        assertThat(listener.handled).hasSize(1);
        assertThat(listener.duplicates).hasSize(1);
        assertThat(listener.duplicates.get(0)).isEqualTo(listener.handled.get(0).delivery());
        assertThat(listener.failed).isEmpty();
        assertThat(listener.handled.get(0).timings().waiting()).isBetween(Duration.ZERO, Duration.ofMinutes(1));
        assertThat(listener.handled.get(0).timings().handling()).isBetween(Duration.ZERO, Duration.ofMinutes(1));
        assertThat(listener.duplicates.get(0).authenticated()).isTrue();
        assertThat(listener.duplicates.get(0).type()).isEqualTo(EventType.of(1));
        assertThat(listener.duplicates.get(0).liveStream().streamName()).isEqualTo("stream-1");
    }

    @Test
    void aDuplicateIsRecognizedAsLongAsTheStoreRemembersAndNoLonger() {
        CallbackReceiver tolerant = builder()
                .timestampTolerance(TimestampTolerance.of(Duration.ofMinutes(15), Duration.ofMinutes(15)))
                .build();
        assertThat(receive(tolerant, TestPacket.genuine("1"))).isEqualTo(Kind.HANDLED);

        clock.advance(Duration.ofMinutes(30).minusNanos(1));
        TestPacket retry = TestPacket.streamBegin("1").signed(TestPacket.KEY, clock.instant());
        assertThat(receive(tolerant, retry)).isEqualTo(Kind.DUPLICATE);
        clock.advance(Duration.ofNanos(1));
        assertThat(receive(tolerant, retry)).isEqualTo(Kind.HANDLED);
    }

    @Test
    void whileADeliveryIsBeingHandledItsDuplicateIs503() {
        List<Kind> meanwhile = new ArrayList<>();
        next.add(() -> meanwhile.add(receive("1")));

        assertThat(receive("1")).isEqualTo(Kind.HANDLED);
        assertThat(meanwhile).containsExactly(Kind.IN_PROGRESS);
        assertThat(handled).containsExactly("1");
        assertThat(listener.failures()).containsExactly(Kind.IN_PROGRESS);
        assertThat(Kind.IN_PROGRESS.status()).isEqualTo(503);
    }

    @Test
    void anotherDeliveryIsHandledMeanwhile() {
        next.add(() -> receive("2"));

        assertThat(receive("1")).isEqualTo(Kind.HANDLED);
        assertThat(handled).containsExactly("1", "2");
    }

    @Test
    void afterTheLeaseADuplicateIsHandledBesideAHandlerThatHangs() {
        List<Kind> meanwhile = new ArrayList<>();
        CallbackReceiver leasing = builder().lease(Duration.ofMinutes(2)).build();
        next.add(() -> {
            clock.advance(Duration.ofMinutes(2).minusNanos(1));
            meanwhile.add(receive(leasing, TestPacket.genuine("1")));
            clock.advance(Duration.ofNanos(1));
            return meanwhile.add(receive(leasing, TestPacket.genuine("1")));
        });

        receive(leasing, TestPacket.genuine("1"));
        assertThat(meanwhile).containsExactly(Kind.IN_PROGRESS, Kind.HANDLED);
    }

    @Test
    void afterAHandlerThrewTheRetryIsHandled() {
        next.add(() -> {
            throw new IllegalStateException("not now");
        });

        assertThat(receive("1")).isEqualTo(Kind.FAILED);
        assertThat(receive("1")).isEqualTo(Kind.HANDLED);
        assertThat(receive("1")).isEqualTo(Kind.DUPLICATE);
        assertThat(handled).containsExactly("1", "1");
    }

    @Test
    void aHandlerThatFailsForeverIsCalledForEachRetry() {
        for (int i = 0; i < 13; i++) {
            next.add(() -> {
                throw new IllegalStateException("never");
            });
            assertThat(receive("1")).isEqualTo(Kind.FAILED);
        }
        assertThat(handled).hasSize(13);
    }

    @Test
    void aRelayEventWithoutATimeIsNeverTakenForADuplicate() {
        CallbackReceiver relay = builder()
                .onUnsigned(EventType.of(314), delivery -> {
                    handled.add("relay");
                    assertThat(delivery.idempotencyKey()).isNull();
                })
                .build();
        TestPacket packet = TestPacket.ofType(314).with("task_id", "t-1").with("callback_event", "TaskExit");

        assertThat(receive(relay, packet)).isEqualTo(Kind.HANDLED);
        assertThat(receive(relay, packet)).isEqualTo(Kind.HANDLED);
        assertThat(handled).containsExactly("relay", "relay");
        assertThat(listener.handled.get(0).delivery().idempotencyKey()).isNull();
    }

    @Test
    void aRelayEventWithATimeIsRecognizedAsADuplicate() {
        CallbackReceiver relay = builder()
                .onUnsigned(EventType.of(314), delivery -> handled.add("relay"))
                .build();
        TestPacket packet = TestPacket.ofType(314).with("task_id", "t-1").with("event_time", "1767225600");

        assertThat(receive(relay, packet)).isEqualTo(Kind.HANDLED);
        assertThat(receive(relay, packet)).isEqualTo(Kind.DUPLICATE);
    }

    @Test
    void twoReceiversShareWhatTheirLogRemembers() {
        InMemoryIdempotencyStore shared = InMemoryIdempotencyStore.builder()
                .nanoTime(() -> ChronoUnit.NANOS.between(Instant.EPOCH, clock.instant()))
                .build();
        CallbackReceiver one = builder().idempotencyStore(shared).build();
        CallbackReceiver other = builder().idempotencyStore(shared).build();

        assertThat(receive(one, TestPacket.genuine("1"))).isEqualTo(Kind.HANDLED);
        assertThat(receive(other, TestPacket.genuine("1"))).isEqualTo(Kind.DUPLICATE);
    }

    private Kind receive(String sequence) {
        return receive(TestPacket.genuine(sequence));
    }

    private Kind receive(TestPacket packet) {
        return receive(receiver, packet);
    }

    private static Kind receive(CallbackReceiver receiver, TestPacket packet) {
        return receiver.receive(packet.request()).outcome().kind();
    }
}
