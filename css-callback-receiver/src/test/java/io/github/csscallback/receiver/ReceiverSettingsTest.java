package io.github.csscallback.receiver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import ch.qos.logback.classic.Level;
import io.github.csscallback.core.event.EventType;
import io.github.csscallback.core.event.MonitorEvent;
import io.github.csscallback.core.event.RecordEvent;
import io.github.csscallback.core.event.StreamBeginEvent;
import io.github.csscallback.core.event.UnknownEvent;
import io.github.csscallback.core.signature.CallbackKeys;
import io.github.csscallback.core.signature.TimestampTolerance;
import io.github.csscallback.receiver.delivery.ManualExecutor;
import io.github.csscallback.receiver.idempotency.InMemoryIdempotencyStore;
import io.github.csscallback.testsupport.CapturedLog;
import io.github.csscallback.testsupport.SettableClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What the builder rejects, and when. */
class ReceiverSettingsTest {

    private final CallbackReceiver.Builder builder = CallbackReceiver.builder();

    @Test
    void withoutKeysThereIsNoReceiver() {
        builder.otherwise(delivery -> {});

        assertThatIllegalStateException().isThrownBy(builder::build).withMessageContaining("keys(...)");
    }

    @Test
    void withoutAFallbackThereIsNoReceiver() {
        builder.keys(CallbackKeys.of(TestPacket.KEY)).on(RecordEvent.class, delivery -> {});

        assertThatIllegalStateException().isThrownBy(builder::build).withMessageContaining("otherwise(...)");
    }

    @Test
    void keysAndAFallbackAreEnough() {
        assertThatCode(complete()::build).doesNotThrowAnyException();
    }

    @Test
    void aDeadlineNeedsNoExecutor() {
        assertThat(complete().deadline(Duration.ofSeconds(5)).build().deadline())
                .isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void aLogThatForgetsWhileAPacketIsFreshIsRejected() {
        complete()
                .timestampTolerance(TimestampTolerance.of(Duration.ofMinutes(15), Duration.ofMinutes(10)))
                .idempotencyStore(remembering(Duration.ofMinutes(25).minusNanos(1)));

        assertThatIllegalStateException()
                .isThrownBy(builder::build)
                .withMessageContaining("PT25M")
                .withMessageContaining("timestampTolerance");
        assertThatCode(builder.idempotencyStore(remembering(Duration.ofMinutes(25)))::build)
                .doesNotThrowAnyException();
    }

    @Test
    void aWindowWiderThanTheDefaultLogRemembersIsRejected() {
        complete().timestampTolerance(TimestampTolerance.of(Duration.ofMinutes(15), Duration.ofMinutes(16)));

        assertThatIllegalStateException().isThrownBy(builder::build).withMessageContaining("PT30M");
    }

    @Test
    void aLeaseThatEndsBeforeTheDeadlineIsRejected() {
        complete().executor(Runnable::run).deadline(Duration.ofSeconds(15)).lease(Duration.ofSeconds(14));

        assertThatIllegalStateException()
                .isThrownBy(builder::build)
                .withMessageContaining("PT14S")
                .withMessageContaining("PT15S");
        assertThatCode(builder.lease(Duration.ofSeconds(15))::build).doesNotThrowAnyException();
    }

    @Test
    void aLeaseIsAtMostADay() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.lease(Duration.ofDays(1).plusNanos(1)));
        assertThatCode(() -> builder.lease(Duration.ofDays(1))).doesNotThrowAnyException();
    }

    @Test
    void twoHandlersForOneTypeAreRejected() {
        builder.on(RecordEvent.class, delivery -> {});

        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.on(RecordEvent.class, delivery -> {}))
                .withMessageContaining("100 RecordEvent");
        assertThatIllegalArgumentException().isThrownBy(() -> builder.on(EventType.of(100), delivery -> {}));
    }

    @Test
    void twoUnsignedHandlersForOneTypeAreRejected() {
        builder.onUnsigned(EventType.of(328), delivery -> {});

        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.onUnsigned(EventType.of(328), delivery -> {}))
                .withMessageContaining("328");
    }

    @Test
    void aSignedAndAnUnsignedHandlerForOneTypeAreTwoThings() {
        assertThatCode(() -> complete()
                        .on(EventType.of(314), delivery -> {})
                        .onUnsigned(EventType.of(314), delivery -> {})
                        .build())
                .doesNotThrowAnyException();
    }

    @Test
    void aRecordThatStandsForManyTypesCannotBeRegistered() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.on(UnknownEvent.class, delivery -> {}))
                .withMessageContaining("EventType.of(int)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.onUnsigned(UnknownEvent.class, delivery -> {}))
                .withMessageContaining("EventType.of(int)");
    }

    @Test
    void aSecondFallbackOrListenerIsRejected() {
        builder.otherwise(delivery -> {}).listener(new RecordingListener());

        assertThatIllegalArgumentException().isThrownBy(() -> builder.otherwise(delivery -> {}));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.listener(new RecordingListener()));
    }

    @Test
    void lengthsOfTimeMustBePositive() {
        for (Duration time : new Duration[] {Duration.ZERO, Duration.ofSeconds(-1)}) {
            assertThatIllegalArgumentException().isThrownBy(() -> builder.lease(time));
            assertThatIllegalArgumentException().isThrownBy(() -> builder.deadline(time));
        }
        assertThatCode(() -> builder.lease(Duration.ofNanos(1)).deadline(Duration.ofNanos(1)))
                .doesNotThrowAnyException();
    }

    @Test
    void boundsMustLeaveRoomForSomething() {
        assertThatIllegalArgumentException().isThrownBy(() -> builder.maxBodyBytes(0));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.maxBodyBytes((1 << 27) + 1));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.maxInFlight(0));
        assertThatCode(() -> builder.maxBodyBytes(1).maxBodyBytes(1 << 27).maxInFlight(1))
                .doesNotThrowAnyException();
    }

    @Test
    void anUnsignedTypeThatCssSignsIsWarnedOfWhenBuilding() {
        try (CapturedLog log = CapturedLog.of(CallbackReceiver.class)) {
            complete().onUnsigned(EventType.of(314), delivery -> {}).onUnsigned(EventType.of(328), delivery -> {});
            builder.build();
            assertThat(log.messages(Level.WARN)).isEmpty();

            builder.onUnsigned(RecordEvent.class, delivery -> {}).build();
            assertThat(log.messages(Level.WARN))
                    .singleElement()
                    .asString()
                    .contains("100 RecordEvent", "without a signature");
        }
    }

    @Test
    void aBuilderThatIsUsedOnDoesNotChangeItsReceiver() {
        SettableClock clock = SettableClock.at(TestPacket.SENT_AT);
        CallbackReceiver receiver = complete().clock(clock).build();
        builder.on(StreamBeginEvent.class, delivery -> {
            throw new IllegalStateException("registered after build");
        });

        assertThat(receiver.receive(TestPacket.genuine("1").request()).status()).isEqualTo(200);
    }

    private CallbackReceiver.Builder complete() {
        return builder.keys(CallbackKeys.of(TestPacket.KEY)).otherwise(delivery -> {});
    }

    @Test
    void aLeaseThatEndsBeforeTheDefaultDeadlineIsRejected() {
        complete().lease(Duration.ofSeconds(14));

        assertThatIllegalStateException()
                .isThrownBy(builder::build)
                .withMessageContaining("the lease, PT14S, ends before the deadline, PT15S");
        assertThatCode(builder.deadline(Duration.ofSeconds(14))::build).doesNotThrowAnyException();
    }

    @Test
    void theConfigurationCanBeReadBackAndPrintedWithoutSecrets() {
        SettableClock clock = SettableClock.at(TestPacket.SENT_AT);
        RecordingListener listener = new RecordingListener();
        ManualExecutor executor = new ManualExecutor();
        InMemoryIdempotencyStore store = remembering(Duration.ofHours(1));
        TimestampTolerance tolerance = TimestampTolerance.of(Duration.ofMinutes(14), Duration.ofMinutes(9));
        CallbackReceiver receiver = complete()
                .on(RecordEvent.class, delivery -> {})
                .onUnsigned(EventType.MONITOR, delivery -> {})
                .acceptUntyped()
                .clock(clock)
                .listener(listener)
                .executor(executor)
                .idempotencyStore(store)
                .timestampTolerance(tolerance)
                .lease(Duration.ofMinutes(7))
                .deadline(Duration.ofSeconds(8))
                .maxBodyBytes(4096)
                .maxInFlight(5)
                .build();

        assertThat(receiver.handlers().types()).containsExactly(EventType.RECORD);
        assertThat(receiver.handlers().unsignedTypes()).containsExactly(EventType.MONITOR);
        assertThat(receiver.acceptsUntyped()).isTrue();
        assertThat(receiver.clock()).isSameAs(clock);
        assertThat(receiver.listener()).isSameAs(listener);
        assertThat(receiver.executor()).isSameAs(executor);
        assertThat(receiver.timer()).isNull();
        assertThat(receiver.idempotencyStore()).isSameAs(store);
        assertThat(receiver.timestampTolerance()).isEqualTo(tolerance);
        assertThat(receiver.lease()).isEqualTo(Duration.ofMinutes(7));
        assertThat(receiver.deadline()).isEqualTo(Duration.ofSeconds(8));
        assertThat(receiver.maxBodyBytes()).isEqualTo(4096);
        assertThat(receiver.maxInFlight()).isEqualTo(5);
        assertThat(receiver)
                .asString()
                .contains("100 RecordEvent", "328 MonitorEvent (unsigned)", "lease=PT7M", "deadline=PT8S")
                .contains("maxBodyBytes=4096", "maxInFlight=5", "executor=ManualExecutor", "timer=none")
                .doesNotContain("Key0123456789abcdef");
    }

    @Test
    void handlersMadeBeforehandReplaceTheShortForm() {
        CallbackHandlers handlers =
                CallbackHandlers.builder().otherwise(delivery -> {}).build();
        builder.keys(CallbackKeys.of(TestPacket.KEY)).handlers(handlers);

        assertThat(builder.build().handlers()).isSameAs(handlers);
        builder.on(RecordEvent.class, delivery -> {});
        assertThatIllegalStateException().isThrownBy(builder::build).withMessageContaining("handlers(...)");
    }

    @Test
    void aHandlerOfATypeThatCssNeverSignsIsRejectedWithTheLineToWrite() {
        complete().on(MonitorEvent.class, delivery -> {});

        assertThatIllegalStateException()
                .isThrownBy(builder::build)
                .withMessageContaining("never signs 328 MonitorEvent")
                .withMessageContaining(".onUnsigned(MonitorEvent.class, delivery -> ...)");
        assertThatCode(builder.onUnsigned(MonitorEvent.class, delivery -> {})::build)
                .doesNotThrowAnyException();
    }

    private static InMemoryIdempotencyStore remembering(Duration time) {
        return InMemoryIdempotencyStore.builder().retention(time).build();
    }
}
