package io.github.csscallback.testkit.simulator.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.csscallback.core.event.EventType;
import io.github.csscallback.core.event.RetrySchedule;
import io.github.csscallback.testkit.fixture.RawReceiver;
import io.github.csscallback.testkit.fixture.TestAccount;
import io.github.csscallback.testkit.simulator.CssSimulator;
import io.github.csscallback.testkit.simulator.DeliveryState;
import io.github.csscallback.testkit.simulator.SimulatedEvent;
import io.github.csscallback.testkit.simulator.SimulatedStream;
import io.github.csscallback.testkit.simulator.fault.Fault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class ClosingTest {

    private final CountDownLatch hanging = new CountDownLatch(1);
    private Set<Thread> before = Set.of();

    @BeforeEach
    void lookAround() {
        before = Set.copyOf(Thread.getAllStackTraces().keySet());
    }

    private RawReceiver thatHangs() {
        return RawReceiver.doing((request, connection) -> {
            hanging.countDown();
            connection.getInputStream().read(); // until the simulator hangs up
        });
    }

    /** Threads of others, such as the receiver of the test, end when those are closed. */
    private void assertNoThreadIsLeft() throws InterruptedException {
        List<Thread> left = new ArrayList<>(Thread.getAllStackTraces().keySet());
        left.removeAll(before);
        left.removeIf(thread -> !thread.getName().matches("css-simulator.*|HTTP-Dispatcher"));
        for (Thread thread : left) {
            thread.join(5000);
            assertThat(thread.isAlive()).as("%s", thread).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void closingCutsRunningPostsAndLeavesNoThread(boolean realTime) throws InterruptedException {
        try (RawReceiver receiver = thatHangs()) {
            CssSimulator.Builder settings = CssSimulator.builder();
            CssSimulator css = (realTime ? settings.realTime() : settings.simulatedTime()).start();
            TestAccount.bindAll(css, receiver.uri());
            Thread sending = new Thread(() -> {
                for (int i = 0; i < 50; i++) {
                    try {
                        css.send(EventType.RECORD, TestAccount.DOMAIN, TestAccount.APP, "room-" + i);
                    } catch (IllegalStateException e) {
                        return; // closed, as it will be
                    }
                }
            });
            sending.start();
            assertThat(hanging.await(20, TimeUnit.SECONDS)).isTrue();
            long began = System.nanoTime();
            css.close();
            sending.join();

            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(10));
            assertNoThreadIsLeft();
            assertThat(css.events()).isNotEmpty().allMatch(d -> d.state() == DeliveryState.PENDING);
            assertThat(css.attempts())
                    .isNotEmpty()
                    .allSatisfy(
                            attempt -> assertThat(attempt.failure()).containsAnyOf("closed meanwhile", "interrupted"));
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anEventWhoseLastAttemptIsCutByClosingStaysPending(boolean realTime) throws InterruptedException {
        try (RawReceiver receiver = thatHangs()) {
            CssSimulator.Builder settings =
                    CssSimulator.builder().retries(EventType.RECORD, new RetrySchedule(0, Duration.ofMinutes(1)));
            CssSimulator css = (realTime ? settings.realTime() : settings.simulatedTime()).start();
            TestAccount.bindAll(css, receiver.uri());
            Thread sending =
                    new Thread(() -> css.send(EventType.RECORD, TestAccount.DOMAIN, TestAccount.APP, "room-1"));
            sending.start();
            assertThat(hanging.await(20, TimeUnit.SECONDS)).isTrue();
            css.close();
            sending.join();

            assertThat(css.attempts()).hasSize(1);
            assertThat(css.events()).singleElement().satisfies(delivery -> {
                assertThat(delivery.state()).isEqualTo(DeliveryState.PENDING);
                assertThat(delivery.notSentReason()).isNull();
            });
        }
        assertNoThreadIsLeft();
    }

    @Test
    void closingEndsARunOfSimulatedTimeOnAnotherThread() throws InterruptedException {
        try (RawReceiver receiver = RawReceiver.responding("HTTP/1.1 500 No\r\nContent-Length: 0\r\n\r\n")) {
            CssSimulator css = CssSimulator.start();
            TestAccount.bindAll(css, receiver.uri());
            for (int i = 0; i < 20; i++) {
                css.send(EventType.RECORD, TestAccount.DOMAIN, TestAccount.APP, "room-" + i);
            }
            receiver.now((request, connection) -> {
                hanging.countDown();
                connection.getInputStream().read();
            });
            Thread running = new Thread(css::settle);
            running.start();
            assertThat(hanging.await(20, TimeUnit.SECONDS)).isTrue();
            css.close();
            running.join();

            assertThat(css.events()).allMatch(delivery -> delivery.state() == DeliveryState.PENDING);
            assertThat(css.attempts()).hasSize(21);
        }
        assertNoThreadIsLeft();
    }

    @Test
    void closingEndsSlowSendingAtOnce() throws InterruptedException, IOException {
        try (ServerSocket receiver = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CssSimulator css = CssSimulator.builder().realTime().start();
            TestAccount.bindAll(css, URI.create("http://127.0.0.1:" + receiver.getLocalPort() + "/css"));
            css.nextFaults(Fault.slowSending(Duration.ofDays(1)));
            SimulatedEvent slow = css.send(EventType.RECORD, TestAccount.DOMAIN, TestAccount.APP, "room-1");
            try (Socket connection = receiver.accept()) {
                assertThat(connection.getInputStream().read()).isEqualTo('P'); // it has begun
                long began = System.nanoTime();
                css.close();
                assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(4));
            }
            assertThat(slow.attempts())
                    .singleElement()
                    .satisfies(
                            attempt -> assertThat(attempt.failure()).containsAnyOf("closed meanwhile", "interrupted"));
        }
        assertNoThreadIsLeft();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aListenerMayCloseTheSimulator(boolean realTime) throws InterruptedException {
        CountDownLatch closed = new CountDownLatch(1);
        CssSimulator[] running = new CssSimulator[1];
        try (RawReceiver receiver = RawReceiver.responding(RawReceiver.OK)) {
            CssSimulator.Builder settings = CssSimulator.builder().onAttempt(attempt -> {
                running[0].close();
                closed.countDown();
            });
            running[0] = (realTime ? settings.realTime() : settings.simulatedTime()).start();
            TestAccount.bindAll(running[0], receiver.uri());
            running[0].send(EventType.RECORD, TestAccount.DOMAIN, TestAccount.APP, "room-1");

            assertThat(closed.await(20, TimeUnit.SECONDS)).isTrue();
        }
        assertNoThreadIsLeft();
    }

    @Test
    void afterClosingEventsCanBeReadAndNothingElseWorks() {
        try (RawReceiver receiver = RawReceiver.responding(RawReceiver.OK)) {
            CssSimulator css = CssSimulator.start();
            TestAccount.bindAll(css, receiver.uri());
            SimulatedStream stream = css.push(TestAccount.DOMAIN, TestAccount.APP, "room-1");
            css.close();
            css.close();

            assertThat(css.attempts()).hasSize(1);
            assertThat(css.events()).containsExactly(stream.beginEvent());
            assertThat(css.liveStreams()).containsExactly(stream);
            css.await().settled();
            assertThat(css).asString().contains("CssSimulator[");
            List<Runnable> calls = List.of(
                    () -> css.push(TestAccount.DOMAIN, TestAccount.APP, "room-2"),
                    () -> css.send(EventType.RECORD, TestAccount.DOMAIN, TestAccount.APP, "room-2"),
                    () -> css.bind(TestAccount.DOMAIN, TestAccount.APP, TestAccount.template(receiver.uri())),
                    () -> css.notifyUrl(EventType.RELAY, receiver.uri()),
                    () -> css.advance(Duration.ZERO),
                    css::settle,
                    css::reset,
                    stream::interrupt,
                    () -> stream.send(EventType.RECORD, UnaryOperator.identity()),
                    () -> css.nextFaults(Fault.duplicate()));
            for (Runnable call : calls) {
                assertThatIllegalStateException().isThrownBy(call::run).withMessageContaining("closed");
            }
            assertThat(receiver.requests()).hasSize(1);
        }
    }

    @Test
    void theApiNoLongerListensAfterClosing() {
        CssSimulator css = CssSimulator.start();
        int port = css.api().endpoint().getPort();
        css.close();

        assertThatThrownBy(() -> {
                    try (Socket socket = new Socket()) {
                        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
                    }
                })
                .isInstanceOf(IOException.class);
    }

    @Test
    void aPortInUseIsReported() {
        try (CssSimulator css = CssSimulator.start()) {
            int port = css.api().endpoint().getPort();
            assertThatThrownBy(() -> CssSimulator.builder().apiPort(port).start())
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining(Integer.toString(port));
        }
    }

    @Test
    void aSimulatorThatCannotStartLeavesNoThread() throws InterruptedException {
        try (CssSimulator css = CssSimulator.start()) {
            int port = css.api().endpoint().getPort();
            assertThatThrownBy(() ->
                            CssSimulator.builder().realTime().apiPort(port).start())
                    .isInstanceOf(UncheckedIOException.class);
        }
        assertNoThreadIsLeft();
    }
}
