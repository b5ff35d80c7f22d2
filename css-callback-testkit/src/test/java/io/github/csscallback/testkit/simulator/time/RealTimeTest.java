package io.github.csscallback.testkit.simulator.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.csscallback.core.event.EventType;
import io.github.csscallback.core.event.RetrySchedule;
import io.github.csscallback.core.signature.CallbackKey;
import io.github.csscallback.core.signature.CallbackKeys;
import io.github.csscallback.receiver.CallbackReceiver;
import io.github.csscallback.receiver.server.CallbackServer;
import io.github.csscallback.testkit.fixture.RawReceiver;
import io.github.csscallback.testkit.fixture.ReceivedRequest;
import io.github.csscallback.testkit.fixture.TestAccount;
import io.github.csscallback.testkit.simulator.CssSimulator;
import io.github.csscallback.testkit.simulator.DeliveryAttempt;
import io.github.csscallback.testkit.simulator.DeliveryState;
import io.github.csscallback.testkit.simulator.SimulatedEvent;
import io.github.csscallback.testkit.simulator.SimulatedStream;
import io.github.csscallback.testkit.simulator.fault.Fault;
import io.github.csscallback.testkit.simulator.fault.RandomFaults;
import io.github.csscallback.testsupport.Seeds;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class RealTimeTest {

    private static final String REJECTION = "HTTP/1.1 500 No\r\nContent-Length: 0\r\n\r\n";

    private static CssSimulator.Builder quick() {
        CssSimulator.Builder settings = CssSimulator.builder().realTime();
        EventType.known().forEach(type -> settings.retries(type, new RetrySchedule(3, Duration.ofMillis(10))));
        return settings;
    }

    @Test
    void eventsAndRetriesAreSentByThemselves() {
        AtomicInteger requests = new AtomicInteger();
        try (RawReceiver receiver = RawReceiver.doing((request, connection) -> RawReceiver.writing(
                                requests.incrementAndGet() < 3 ? REJECTION : RawReceiver.OK)
                        .respond(request, connection));
                CssSimulator css = quick().start()) {
            TestAccount.bindAll(css, receiver.uri());
            Instant before = Instant.now();
            SimulatedEvent delivery = css.send(EventType.RECORD, TestAccount.DOMAIN, TestAccount.APP, "room-1");
            css.await().acknowledged(delivery);

            assertThat(delivery.attempts()).hasSize(3);
            assertThat(delivery.attempts().get(0).sentAt()).isBetween(before.minusSeconds(1), Instant.now());
            assertThat(Duration.between(
                            delivery.attempts().get(0).sentAt(),
                            delivery.attempts().get(2).sentAt()))
                    .isGreaterThanOrEqualTo(Duration.ofMillis(20));
            assertThat(css.clock().instant()).isBetween(before, Instant.now().plusSeconds(1));
        }
    }

    @Test
    void anEventThatIsNeverAcknowledgedIsGivenUp() {
        try (RawReceiver receiver = RawReceiver.responding(REJECTION);
                CssSimulator css = quick().start()) {
            TestAccount.bindAll(css, receiver.uri());
            SimulatedEvent delivery = css.send(EventType.RECORD, TestAccount.DOMAIN, TestAccount.APP, "room-1");
            css.settle();

            assertThat(delivery.state()).isEqualTo(DeliveryState.GIVEN_UP);
            assertThat(delivery.attempts()).hasSize(4);
        }
    }

    @Test
    void realTimeCannotBeAdvanced() {
        try (CssSimulator css = CssSimulator.builder().realTime().start()) {
            assertThatIllegalStateException()
                    .isThrownBy(() -> css.advance(Duration.ofSeconds(1)))
                    .withMessageContaining("simulatedTime()");
        }
    }

    @Test
    void asManyEventsAreSentAtOnceAsThereAreWorkers() {
        CyclicBarrier together = new CyclicBarrier(3);
        try (RawReceiver receiver = RawReceiver.doing((request, connection) -> {
                    try {
                        together.await(20, TimeUnit.SECONDS); // passes when three are here at once
                    } catch (Exception e) {
                        throw new IOException(e);
                    }
                    RawReceiver.writing(RawReceiver.OK).respond(request, connection);
                });
                CssSimulator css = quick().workers(3).start()) {
            TestAccount.bindAll(css, receiver.uri());
            for (int i = 0; i < 6; i++) {
                css.send(EventType.RECORD, TestAccount.DOMAIN, TestAccount.APP, "room-" + i);
            }
            css.await().atMost(Duration.ofSeconds(30)).settled();

            assertThat(css.attempts()).hasSize(6).allMatch(DeliveryAttempt::acknowledged);
        }
    }

    @Test
    void aReorderedEventIsSentAfterTheNextOne() {
        try (RawReceiver receiver = RawReceiver.responding(RawReceiver.OK);
                CssSimulator css = quick().workers(8).start()) {
            TestAccount.bindAll(css, receiver.uri());
            css.nextFaults(Fault.reordered());
            SimulatedEvent first = css.send(EventType.RECORD, TestAccount.DOMAIN, TestAccount.APP, "room-1");
            SimulatedEvent second = css.send(EventType.RECORD, TestAccount.DOMAIN, TestAccount.APP, "room-1");
            css.await().settled();

            assertThat(css.attempts()).extracting(DeliveryAttempt::event).containsExactly(second, first);
        }
    }

    @Test
    void eventsWithFaultsFromSeveralThreadsAreHandledOnceOrGivenUp() {
        Seeds.forEach(1, seed -> {
            Set<String> handled = ConcurrentHashMap.newKeySet();
            AtomicInteger twice = new AtomicInteger();
            RandomFaults faults = RandomFaults.seeded(seed)
                    .probability(0.3)
                    .only(
                            Fault.duplicate(),
                            Fault.wrongKey(),
                            Fault.mangledBody().onAttempts(2),
                            Fault.cutInRequest(),
                            Fault.cutBeforeResponse(),
                            Fault.cutAfterResponse().onEveryAttempt());
            try (CssSimulator css = quick().workers(4).randomFaults(faults).start();
                    CallbackServer server = CallbackServer.builder(CallbackReceiver.builder()
                                    .keys(CallbackKeys.of(TestAccount.KEY))
                                    .otherwise(delivery -> {
                                        if (!handled.add(ReceivedRequest.content(delivery.body()))) {
                                            twice.incrementAndGet();
                                        }
                                    })
                                    .build())
                            .start()) {
                TestAccount.bindAll(css, server.uri());
                List<Thread> threads = new ArrayList<>();
                for (int i = 0; i < 3; i++) {
                    String name = "room-" + i;
                    Thread thread = new Thread(() -> {
                        for (int n = 0; n < 40; n++) {
                            css.push(TestAccount.DOMAIN, TestAccount.APP, name).interrupt();
                            css.send(EventType.RECORD, TestAccount.DOMAIN, TestAccount.APP, name);
                        }
                    });
                    threads.add(thread);
                    thread.start();
                }
                for (Thread thread : threads) {
                    thread.join();
                }
                css.await().atMost(Duration.ofSeconds(40)).settled();

                assertThat(css.events()).hasSize(360);
                assertThat(twice).hasValue(0);
                Set<Long> numbers = new HashSet<>();
                for (SimulatedEvent delivery : css.events()) {
                    numbers.add(delivery.number());
                    boolean wasHandled = handled.contains(
                            ReceivedRequest.content(delivery.packet().bytes()));
                    switch (delivery.state()) {
                        case ACKNOWLEDGED ->
                            assertThat(wasHandled)
                                    .as("-Dseed=" + seed + ", " + delivery)
                                    .isTrue();
                        case GIVEN_UP ->
                            assertThat(delivery.attempts().stream().filter(attempt -> !attempt.isDuplicate()))
                                    .as("-Dseed=" + seed + ", " + delivery)
                                    .hasSize(4);
                        default -> throw new AssertionError("-Dseed=" + seed + ", " + delivery);
                    }
                }
                assertThat(numbers).hasSize(360).contains(1L, 360L);
            }
        });
    }

    @Test
    @SuppressWarnings("try") // closed early on purpose
    void twoSimulatorsDoNotAffectEachOther() {
        CallbackKey otherKey = CallbackKey.of("zz99");
        try (RawReceiver one = RawReceiver.responding(RawReceiver.OK);
                RawReceiver two = RawReceiver.responding(REJECTION);
                CssSimulator first =
                        CssSimulator.builder().simulatedTime(TestAccount.NOON).start();
                CssSimulator second =
                        CssSimulator.builder().simulatedTime(TestAccount.NOON).start()) {
            first.bind(TestAccount.DOMAIN, TestAccount.APP, TestAccount.template(one.uri()));
            second.bind(
                    TestAccount.DOMAIN,
                    TestAccount.APP,
                    TestAccount.unsignedTemplate(two.uri())
                            .callbackKey(otherKey)
                            .build());
            second.nextFaults(Fault.duplicate());
            SimulatedStream a = first.push(TestAccount.DOMAIN, TestAccount.APP, "room-1");
            SimulatedStream b = second.push(TestAccount.DOMAIN, TestAccount.APP, "room-1");
            second.advance(Duration.ofHours(1));

            assertThat(a.isLive()).isTrue();
            assertThat(b.isLive()).isTrue();
            assertThat(first.clock().instant()).isEqualTo(TestAccount.NOON);
            assertThat(first.attempts()).hasSize(1);
            assertThat(second.attempts()).hasSize(14);
            assertThat(one.requests()).hasSize(1);
            assertThat(first.api().endpoint()).isNotEqualTo(second.api().endpoint());
            assertThat(first.api().secretKey()).isNotEqualTo(second.api().secretKey());
            first.close();
            assertThat(second.send(EventType.RECORD, TestAccount.DOMAIN, TestAccount.APP, "room-1")
                            .attempts())
                    .hasSize(1);
        }
    }

    @Test
    @SuppressWarnings("try") // closed early on purpose
    void aListenerIsCalledForEachAttemptAndMayThrow() {
        List<String> attempts = Collections.synchronizedList(new ArrayList<>());
        try (RawReceiver receiver = RawReceiver.responding(RawReceiver.OK);
                CssSimulator css = quick().onAttempt(attempt -> {
                            throw new AssertionError("not as I like it");
                        })
                        .onAttempt(attempt -> {
                            throw new IllegalStateException("broken");
                        })
                        .onAttempt(attempt -> attempts.add(attempt.type() + " " + attempt.acknowledged()))
                        .start()) {
            TestAccount.bindAll(css, receiver.uri());
            css.send(EventType.RECORD, TestAccount.DOMAIN, TestAccount.APP, "room-1");
            css.await().settled();
            css.close();

            assertThat(attempts).containsExactly("100 RecordEvent true");
        }
    }
}
