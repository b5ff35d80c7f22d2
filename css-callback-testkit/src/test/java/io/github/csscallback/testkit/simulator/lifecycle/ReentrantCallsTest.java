package io.github.csscallback.testkit.simulator.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.csscallback.core.event.EventType;
import io.github.csscallback.core.event.RecordEvent;
import io.github.csscallback.core.event.StreamBeginEvent;
import io.github.csscallback.core.signature.CallbackKeys;
import io.github.csscallback.receiver.CallbackReceiver;
import io.github.csscallback.receiver.server.CallbackServer;
import io.github.csscallback.testkit.fixture.TestAccount;
import io.github.csscallback.testkit.simulator.CssSimulator;
import io.github.csscallback.testkit.simulator.DeliveryState;
import io.github.csscallback.testkit.simulator.SimulatedEvent;
import io.github.csscallback.testkit.simulator.SimulatedStream;
import io.github.csscallback.testkit.simulator.fault.Fault;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A handler or listener that calls the simulator while its own packet is under way: nobody waits for anybody. */
@Timeout(30)
class ReentrantCallsTest {

    private volatile Consumer<CssSimulator> onBegin = css -> {};
    private final List<String> handled = new CopyOnWriteArrayList<>();

    private void run(Consumer<CssSimulator> test) {
        AtomicReference<CssSimulator> running = new AtomicReference<>();
        try (CssSimulator css = CssSimulator.builder()
                .simulatedTime(TestAccount.NOON)
                .clockShared()
                .onAttempt(attempt -> {
                    if (attempt.type().equals(EventType.SNAPSHOT)) {
                        Objects.requireNonNull(running.get())
                                .send(EventType.RECORD, TestAccount.DOMAIN, TestAccount.APP, "from-listener");
                    }
                })
                .start()) {
            running.set(css);
            CallbackReceiver receiver = CallbackReceiver.builder()
                    .keys(CallbackKeys.of(TestAccount.KEY))
                    .clock(css.clock())
                    .on(StreamBeginEvent.class, delivery -> {
                        handled.add("begin " + delivery.event().liveStream().streamName());
                        onBegin.accept(css);
                    })
                    .on(
                            RecordEvent.class,
                            delivery -> handled.add(
                                    "record " + delivery.event().liveStream().streamName()))
                    .otherwise(delivery -> handled.add(delivery.event().type().recordName()))
                    .build();
            try (CallbackServer server = CallbackServer.builder(receiver).start()) {
                TestAccount.bindAll(css, server.uri());
                test.accept(css);
            }
        }
    }

    @Test
    void anEventSentByAHandlerIsDeliveredBeforeTheFirstCallReturns() {
        onBegin = css -> {
            SimulatedEvent delivery = css.send(EventType.RECORD, TestAccount.DOMAIN, TestAccount.APP, "from-handler");
            assertThat(delivery.attempts()).as("it waits its turn").isEmpty();
        };
        run(css -> {
            css.push(TestAccount.DOMAIN, TestAccount.APP, "room-1");

            assertThat(handled).containsExactly("begin room-1", "record from-handler");
            assertThat(css.events()).extracting(SimulatedEvent::state).containsOnly(DeliveryState.ACKNOWLEDGED);
        });
    }

    @Test
    void aStreamInterruptedByItsOwnHandlerEnds() {
        onBegin = css -> css.liveStream("room-1").orElseThrow().interrupt();
        run(css -> {
            SimulatedStream stream = css.push(TestAccount.DOMAIN, TestAccount.APP, "room-1");

            assertThat(stream.isLive()).isFalse();
            assertThat(handled).containsExactly("begin room-1", "StreamEndEvent");
        });
    }

    @Test
    void timeAdvancedByAHandlerAdvancesAfterItsPacket() {
        onBegin = css -> {
            css.advance(Duration.ofMinutes(3));
            assertThat(css.clock().instant()).isEqualTo(TestAccount.NOON);
        };
        run(css -> {
            css.push(TestAccount.DOMAIN, TestAccount.APP, "room-1");

            assertThat(css.clock().instant()).isEqualTo(TestAccount.NOON.plusSeconds(180));
        });
    }

    @Test
    void settlingInAHandlerSettlesAfterItsPacket() {
        onBegin = css -> {
            css.nextFaults(Fault.cutAfterResponse());
            css.send(EventType.RECORD, TestAccount.DOMAIN, TestAccount.APP, "from-handler");
            css.settle();
        };
        run(css -> {
            css.push(TestAccount.DOMAIN, TestAccount.APP, "room-1");

            assertThat(css.clock().instant()).isEqualTo(TestAccount.NOON.plusSeconds(60));
            assertThat(css.events()).extracting(SimulatedEvent::state).containsOnly(DeliveryState.ACKNOWLEDGED);
        });
    }

    @Test
    void resetInAHandlerDiscardsTheRunningDelivery() {
        onBegin = CssSimulator::reset;
        run(css -> {
            SimulatedStream stream = css.push(TestAccount.DOMAIN, TestAccount.APP, "room-1");

            assertThat(handled).containsExactly("begin room-1");
            assertThat(css.events()).isEmpty();
            assertThat(css.attempts()).isEmpty();
            assertThat(stream.isLive()).isFalse();
            css.await().settled();
        });
    }

    @Test
    void closingInAHandlerCutsTheRunningDelivery() {
        onBegin = CssSimulator::close;
        run(css -> {
            SimulatedStream stream = css.push(TestAccount.DOMAIN, TestAccount.APP, "room-1");

            assertThat(stream.beginEvent().attempts())
                    .singleElement()
                    .satisfies(attempt -> assertThat(
                                    attempt.toString() + attempt.responseBody() + handled + attempt.duration())
                            .contains("the simulator was closed meanwhile"));
            assertThat(stream.beginEvent().state()).isEqualTo(DeliveryState.PENDING);
        });
    }

    @Test
    void aChangeOfAPacketMayCallTheSimulator() {
        onBegin = css -> css.send(EventType.RECORD, TestAccount.DOMAIN, TestAccount.APP, "from-handler");
        run(css -> {
            css.send(EventType.STREAM_MIX, TestAccount.DOMAIN, TestAccount.APP, "room-1", packet -> {
                css.push(TestAccount.DOMAIN, TestAccount.APP, "room-2");
                css.advance(Duration.ofSeconds(5));
                return packet;
            });

            assertThat(handled).containsExactly("begin room-2", "record from-handler", "StreamMixEvent");
        });
    }

    @Test
    void anEventSentByAListenerOfAttemptsIsDelivered() {
        run(css -> {
            css.send(EventType.SNAPSHOT, TestAccount.DOMAIN, TestAccount.APP, "room-1");

            assertThat(handled).containsExactly("SnapshotEvent", "record from-listener");
        });
    }
}
