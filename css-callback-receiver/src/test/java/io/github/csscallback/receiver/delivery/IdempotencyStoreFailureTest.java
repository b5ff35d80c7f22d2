package io.github.csscallback.receiver.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.csscallback.core.signature.CallbackKeys;
import io.github.csscallback.receiver.CallbackReceiver;
import io.github.csscallback.receiver.CallbackResponse;
import io.github.csscallback.receiver.Outcome.Kind;
import io.github.csscallback.receiver.RecordingListener;
import io.github.csscallback.receiver.TestPacket;
import io.github.csscallback.testsupport.SettableClock;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What becomes of deliveries when the store behind the delivery log fails, in whatever way it does. */
class IdempotencyStoreFailureTest {

    private final SettableClock clock = SettableClock.at(TestPacket.SENT_AT);
    private final FailingStore log = new FailingStore(clock);
    private final RecordingListener listener = new RecordingListener();
    private final AtomicInteger calls = new AtomicInteger();
    private boolean handlerFails;
    private final CallbackReceiver receiver = CallbackReceiver.builder()
            .keys(CallbackKeys.of(TestPacket.KEY))
            .clock(clock)
            .idempotencyStore(log)
            .listener(listener)
            .maxInFlight(1)
            .otherwise(delivery -> {
                calls.incrementAndGet();
                if (handlerFails) {
                    throw new IllegalStateException("the handler");
                }
            })
            .build();

    static Stream<Throwable> failures() {
        return Stream.of(
                new IllegalStateException("the store is down"),
                new IOException("thrown past the compiler"),
                new NoClassDefFoundError("StoreDriver"));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void aFailedClaimIs503AndNothingIsDispatched(Throwable failure) {
        log.onClaim = Optional.of(failure);

        CallbackResponse response = receiver.receive(TestPacket.genuine("1").request());
        assertThat(response.status()).isEqualTo(503);
        assertThat(response.outcome().kind()).isEqualTo(Kind.STORE_FAILED);
        assertThat(response.outcome().failure()).isSameAs(failure);
        assertThat(calls).hasValue(0);
        assertThat(listener.failures()).containsExactly(Kind.STORE_FAILED);
    }

    @ParameterizedTest
    @MethodSource("failures")
    void afterAFailedClaimTheRetryIsHandled(Throwable failure) {
        log.onClaim = Optional.of(failure);
        receive("1");
        log.onClaim = Optional.empty();

        assertThat(receive("1")).isEqualTo(Kind.HANDLED);
        assertThat(calls).hasValue(1);
    }

    @ParameterizedTest
    @MethodSource("failures")
    void aHandledDeliveryThatCannotBeRememberedIs200AndReachesTheListener(Throwable failure) {
        log.onMarkHandled = Optional.of(failure);

        assertThat(receive("1")).isEqualTo(Kind.HANDLED);
        assertThat(listener.storeFailures).singleElement().satisfies(failed -> {
            assertThat(failed.failure()).isSameAs(failure);
            assertThat(failed.delivery().idempotencyKey()).isNotNull();
        });
        assertThat(listener.handled).hasSize(1);
        assertThat(listener.failed).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("failures")
    void aClaimThatCannotBeReleasedDoesNotHideTheHandlersFailure(Throwable failure) {
        handlerFails = true;
        log.onRelease = Optional.of(failure);

        assertThat(receive("1")).isEqualTo(Kind.FAILED);
        assertThat(listener.failures()).containsExactly(Kind.FAILED, Kind.STORE_FAILED);
        assertThat(listener.failed.get(1).outcome().failure()).isSameAs(failure);
    }

    @ParameterizedTest
    @MethodSource("failures")
    void aClaimThatCouldNotBeReleasedHoldsUntilItsLeaseEndsAndTakesNoPlace(Throwable failure) {
        handlerFails = true;
        log.onRelease = Optional.of(failure);
        receive("1");
        handlerFails = false;

        assertThat(receive("1")).isEqualTo(Kind.IN_PROGRESS);
        assertThat(receive("2")).isEqualTo(Kind.HANDLED);
        clock.advance(Duration.ofMinutes(10));
        assertThat(receive("1")).isEqualTo(Kind.HANDLED);
    }

    @Test
    void afterManyFailuresAllPlacesAreFree() {
        failures().forEach(failure -> {
            log.onClaim = Optional.of(failure);
            log.onMarkHandled = Optional.of(failure);
            receive("1");
            log.onClaim = Optional.empty();
            receive("2");
            receive("2");
        });
        log.onMarkHandled = Optional.empty();

        assertThat(receive("3")).isEqualTo(Kind.HANDLED);
    }

    private Kind receive(String sequence) {
        return receiver.receive(TestPacket.genuine(sequence).request())
                .outcome()
                .kind();
    }
}
