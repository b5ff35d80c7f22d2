package io.github.csscallback.testkit.simulator.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.csscallback.client.CssCallbackClient;
import io.github.csscallback.core.event.EventType;
import io.github.csscallback.core.signature.CallbackKey;
import io.github.csscallback.core.signature.CallbackKeys;
import io.github.csscallback.receiver.CallbackReceiver;
import io.github.csscallback.receiver.server.CallbackServer;
import io.github.csscallback.testkit.fixture.ManagementClients;
import io.github.csscallback.testkit.fixture.RawReceiver;
import io.github.csscallback.testkit.fixture.ReceivedRequest;
import io.github.csscallback.testkit.fixture.TestAccount;
import io.github.csscallback.testkit.simulator.CssSimulator;
import io.github.csscallback.testkit.simulator.DeliveryState;
import io.github.csscallback.testkit.simulator.SimulatedEvent;
import io.github.csscallback.testkit.simulator.SimulatedStream;
import io.github.csscallback.testkit.simulator.fault.Fault;
import io.github.csscallback.testkit.simulator.fault.RandomFaults;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Many threads at a simulator, and two simulators at once, while one is closed or reset. */
@Timeout(60)
@Tag("slow")
class UnderLoadTest {

    private static final int THREADS = 4;

    private Set<Thread> before = Set.of();

    @BeforeEach
    void lookAround() {
        before = Set.copyOf(Thread.getAllStackTraces().keySet());
    }

    @AfterEach
    void noThreadIsLeft() throws InterruptedException {
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (!before.contains(thread) && thread.getName().startsWith("css-simulator")) {
                thread.join(5000);
                assertThat(thread.isAlive()).as("%s", thread).isFalse();
            }
        }
    }

    /** A simulator with a receiver of its own, and threads that push, send, ask the API and advance until it is closed. */
    private static final class Busy implements AutoCloseable {

        private final CallbackKey key;
        private final CssSimulator css;
        private final CallbackServer server;
        private final CssCallbackClient client;
        private final Set<String> handled = ConcurrentHashMap.newKeySet();
        private final List<Throwable> unexpected = new ArrayList<>();
        private final List<Thread> threads = new ArrayList<>();
        private final CountDownLatch handledSome = new CountDownLatch(40);
        private final AtomicBoolean stopped = new AtomicBoolean();

        Busy(String name, boolean realTime) {
            this.key = CallbackKey.of(name);
            CssSimulator.Builder settings = CssSimulator.builder()
                    .rateLimitsOff()
                    .randomFaults(
                            RandomFaults.random().probability(0.2).only(Fault.duplicate(), Fault.cutAfterResponse()));
            this.css = (realTime ? settings.realTime() : settings.simulatedTime()).start();
            this.client = ManagementClients.of(css);
            this.server = CallbackServer.builder(CallbackReceiver.builder()
                            .keys(CallbackKeys.of(key))
                            .otherwise(delivery -> {
                                handled.add(ReceivedRequest.content(delivery.body()));
                                handledSome.countDown();
                            })
                            .build())
                    .start();
            css.bind(TestAccount.DOMAIN, TestAccount.APP, server.uri(), key);
            for (int i = 0; i < THREADS; i++) {
                String room = name + "-" + i;
                Thread thread = new Thread(() -> work(room, realTime));
                threads.add(thread);
                thread.start();
            }
        }

        private void work(String room, boolean realTime) {
            while (!stopped.get()) {
                try {
                    SimulatedStream stream = css.push(TestAccount.DOMAIN, TestAccount.APP, room);
                    stream.send(EventType.RECORD);
                    stream.interrupt();
                    client.listRules();
                    if (!realTime) {
                        css.advance(Duration.ofSeconds(20));
                    }
                } catch (RuntimeException e) {
                    if (!css.isClosed()) {
                        synchronized (unexpected) {
                            unexpected.add(e);
                        }
                    }
                    return;
                }
            }
        }

        void awaitSomeHandled() throws InterruptedException {
            assertThat(handledSome.await(30, TimeUnit.SECONDS)).isTrue();
        }

        void stop() throws InterruptedException {
            stopped.set(true);
            for (Thread thread : threads) {
                thread.join();
            }
        }

        /** The history of an event matches what happened to it, and all its events are its own. */
        void check() {
            assertThat(unexpected).isEmpty();
            Set<String> happened = ConcurrentHashMap.newKeySet();
            for (SimulatedEvent delivery : css.events()) {
                String content = ReceivedRequest.content(delivery.packet().bytes());
                happened.add(content);
                if (delivery.state() == DeliveryState.ACKNOWLEDGED) {
                    assertThat(handled).as("%s", delivery).contains(content);
                }
            }
            assertThat(happened).containsAll(handled);
        }

        @Override
        public void close() {
            css.close();
            server.close();
            client.close();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void closingASimulatorUnderLoadDoesNotAffectAnother(boolean realTime) throws InterruptedException {
        try (Busy one = new Busy("one", realTime);
                Busy other = new Busy("other", realTime)) {
            one.awaitSomeHandled();
            other.awaitSomeHandled();
            long began = System.nanoTime();
            one.css.close();
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(10));
            int sent = other.css.attempts().size();
            other.css.await().attempts(sent + 20);
            one.stop();
            other.stop();

            one.check();
            other.check();
        }
    }

    /** What happens while another thread resets belongs to before or to after, with all that follows from it. */
    @Test
    void aResetDiscardsAnEventCompletelyOrNotAtAll() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try (RawReceiver receiver = RawReceiver.responding(RawReceiver.OK);
                CssSimulator css = CssSimulator.builder().realTime().start()) {
            CyclicBarrier together = new CyclicBarrier(THREADS + 1);
            for (int round = 0; round < 2000; round++) {
                css.bind(TestAccount.DOMAIN, TestAccount.APP, receiver.uri(), TestAccount.KEY);
                List<Future<?>> pushes = new ArrayList<>();
                for (int i = 0; i < THREADS; i++) {
                    String room = "room-" + i;
                    pushes.add(threads.submit(() -> {
                        together.await();
                        return css.push(TestAccount.DOMAIN, TestAccount.APP, room);
                    }));
                }
                together.await();
                css.reset();
                for (Future<?> push : pushes) {
                    push.get();
                }

                css.await().settled();
                assertThat(css.events())
                        .as("round %d", round)
                        .containsAll(css.liveStreams().stream()
                                .map(SimulatedStream::beginEvent)
                                .toList());
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
