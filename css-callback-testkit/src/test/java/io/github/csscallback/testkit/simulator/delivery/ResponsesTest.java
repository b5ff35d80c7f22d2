package io.github.csscallback.testkit.simulator.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.csscallback.core.event.EventType;
import io.github.csscallback.testkit.fixture.RawReceiver;
import io.github.csscallback.testkit.fixture.TestAccount;
import io.github.csscallback.testkit.simulator.CssSimulator;
import io.github.csscallback.testkit.simulator.DeliveryAttempt;
import io.github.csscallback.testkit.simulator.DeliveryState;
import io.github.csscallback.testkit.simulator.SimulatedEvent;
import io.github.csscallback.testkit.simulator.fault.Fault;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What counts as a response: status 200, whole, in time; and that no response takes the simulator down. */
@Timeout(30)
class ResponsesTest {

    private static final Duration SHORT = Duration.ofMillis(150);

    private final RawReceiver receiver = RawReceiver.responding(RawReceiver.OK);

    @AfterEach
    void stop() {
        receiver.close();
    }

    private DeliveryAttempt attempt() {
        return attempt(CssSimulator.builder());
    }

    private DeliveryAttempt attempt(CssSimulator.Builder settings) {
        try (CssSimulator css = settings.start()) {
            TestAccount.bindAll(css, receiver.uri());
            DeliveryAttempt attempt = css.send(EventType.RECORD, TestAccount.DOMAIN, TestAccount.APP, "room-1")
                    .attempts()
                    .get(0);
            assertThat(attempt.event().state())
                    .isEqualTo(attempt.acknowledged() ? DeliveryState.ACKNOWLEDGED : DeliveryState.PENDING);
            return attempt;
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {201, 202, 204, 206, 304, 400, 403, 404, 500, 503, 999})
    void onlyStatus200Acknowledges(int status) {
        receiver.now(RawReceiver.writing("HTTP/1.1 " + status + " Whatever\r\nContent-Length: 0\r\n\r\n"));
        DeliveryAttempt attempt = attempt();

        assertThat(attempt.status()).isEqualTo(status);
        assertThat(attempt.failure()).isNull();
        assertThat(attempt.acknowledged()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi",
                "HTTP/1.1 200\r\nContent-Length: 2\r\n\r\nhi",
                "HTTP/1.0 200 OK\r\n\r\nhi",
                "HTTP/1.1 200 OK\ncontent-LENGTH:   2 \n\nhi",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nh\r\n1;x=\"y\"\r\ni\r\n0\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip, Chunked\r\n\r\n02\r\nhi\r\n000\r\nTrailer: x\r\n\r\n",
                "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Hints\r\nLink: x\r\n\r\nHTTP/1.1 200 OK\r\n\r\nhi"
            })
    void everyHttpFramingOfAResponseIsAccepted(String response) {
        receiver.now(RawReceiver.writing(response));
        DeliveryAttempt attempt = attempt();

        assertThat(attempt.failure()).isNull();
        assertThat(attempt.acknowledged()).isTrue();
        assertThat(attempt.responseBody()).isEqualTo("hi");
    }

    @Test
    void aResponseWithoutABodyEndsAfterItsHead() {
        receiver.now((request, connection) -> {
            RawReceiver.writing("HTTP/1.1 204 No Content\r\n\r\n").respond(request, connection);
            assertThat(connection.getInputStream().read()).isEqualTo(-1); // the simulator hangs up, not we
        });

        assertThat(attempt().status()).isEqualTo(204);
    }

    @Test
    void aRedirectIsNotFollowed() {
        try (RawReceiver elsewhere = RawReceiver.responding(RawReceiver.OK)) {
            receiver.now(RawReceiver.writing(
                    "HTTP/1.1 302 Found\r\nLocation: " + elsewhere.uri() + "\r\nContent-Length: 0\r\n\r\n"));
            DeliveryAttempt attempt = attempt();

            assertThat(attempt.status()).isEqualTo(302);
            assertThat(attempt.acknowledged()).isFalse();
            assertThat(elsewhere.requests()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'HTTP/2 200 OK\r\n\r\n'|not an HTTP/1.1 response",
                "'SSH-2.0-x\r\n'|not an HTTP/1.1 response",
                "'HTTP/1.1 20 OK\r\n\r\n'|not an HTTP/1.1 response",
                "'HTTP/1.1 2000 OK\r\n\r\n'|not an HTTP/1.1 response",
                "'HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n'|not a number",
                "'HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhi'|broke off",
                "'HTTP/1.1 200 OK\r\nContent-Le'|broke off",
                "'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhi'|broke off",
                "'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\nhi'|has no valid size",
                "'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nhi\r\n0\r\n\r\n'|longer than its size",
                "'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nhi\r\n'|broke off"
            })
    void aMalformedOrIncompleteResponseFailsWithAReason(String response, String why) {
        receiver.now(RawReceiver.writing(response));
        DeliveryAttempt attempt = attempt();

        assertThat(attempt.acknowledged()).isFalse();
        assertThat(attempt.failure()).contains(why);
    }

    @Test
    void aConnectionClosedWithoutAResponseFails() {
        receiver.now((request, connection) -> {});

        assertThat(attempt().failure()).isEqualTo("the connection was closed without a response");
    }

    @Test
    void aConnectionResetWithoutAResponseFailsWithTheSameMessage() {
        receiver.now((request, connection) -> connection.setSoLinger(true, 0));

        assertThat(attempt().failure()).isEqualTo("the connection was closed without a response");
    }

    @Test
    void aReceiverThatHangsFailsAfterTheTimeout() {
        receiver.now((request, connection) -> connection.getInputStream().read()); // until the simulator hangs up
        DeliveryAttempt attempt = attempt(CssSimulator.builder().responseTimeout(SHORT));

        assertThat(attempt.failure()).isEqualTo("no response within 150 ms");
        assertThat(attempt.status()).isNull();
        assertThat(attempt.duration()).isGreaterThanOrEqualTo(SHORT);
    }

    @Test
    void aTricklingResponseFailsAfterTheTimeout() {
        receiver.now((request, connection) -> {
            OutputStream out = connection.getOutputStream();
            RawReceiver.writing("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n").respond(request, connection);
            out.write('x');
            connection.getInputStream().read();
        });
        DeliveryAttempt attempt = attempt(CssSimulator.builder().responseTimeout(SHORT));

        assertThat(attempt.failure()).isEqualTo("no response within 150 ms");
        assertThat(attempt.status()).as("what came in time is on record").isEqualTo(200);
        assertThat(attempt.responseBody()).isEqualTo("x");
        assertThat(attempt.acknowledged()).isFalse();
    }

    @Test
    void aReceiverThatDoesNotReadFailsAfterTheTimeout() throws IOException {
        try (ServerSocket deaf = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                CssSimulator css = CssSimulator.builder().responseTimeout(SHORT).start()) {
            css.bind(
                    TestAccount.DOMAIN,
                    TestAccount.APP,
                    TestAccount.template(URI.create("http://127.0.0.1:" + deaf.getLocalPort() + "/")));
            String large = "x".repeat(16 << 20); // more than the system's buffers take
            DeliveryAttempt attempt = css.send(
                            EventType.RECORD,
                            TestAccount.DOMAIN,
                            TestAccount.APP,
                            "room-1",
                            packet -> packet.with("large", large))
                    .attempts()
                    .get(0);

            assertThat(attempt.failure()).isEqualTo("no response within 150 ms");
            assertThat(attempt.genuine()).isFalse();
        }
    }

    @Test
    void slowSendingExtendsTheTimeout() {
        try (CssSimulator css =
                CssSimulator.builder().responseTimeout(Duration.ofMillis(400)).start()) {
            css.bind(TestAccount.DOMAIN, TestAccount.APP, TestAccount.template(receiver.uri()));
            css.nextFaults(Fault.slowSending(Duration.ofMillis(500)));

            assertThat(css.send(EventType.RECORD, TestAccount.DOMAIN, TestAccount.APP, "room-1")
                            .state())
                    .isEqualTo(DeliveryState.ACKNOWLEDGED);
        }
    }

    @Test
    void aPushErrorHasItsOwnTimeoutAndContainsIt() throws IOException {
        receiver.now((request, connection) -> connection.getInputStream().read());
        try (CssSimulator css = CssSimulator.builder()
                .responseTimeout(EventType.PUSH_EXCEPTION, SHORT)
                .start()) {
            css.bind(TestAccount.DOMAIN, TestAccount.APP, TestAccount.template(receiver.uri()));
            SimulatedEvent delivery = css.send(EventType.PUSH_EXCEPTION, TestAccount.DOMAIN, TestAccount.APP, "room-1");

            assertThat(delivery.attempts().get(0).failure()).isEqualTo("no response within 150 ms");
            assertThat(delivery.packet().json()).contains("\"timeout\":150,");
        }
        assertThat(timeouts(null)).containsExactly(Duration.ofSeconds(5), Duration.ofSeconds(20));
        assertThat(timeouts(Duration.ofSeconds(2))).containsExactly(Duration.ofSeconds(2), Duration.ofSeconds(2));
        assertThat(timeouts(Duration.ofSeconds(30))).containsExactly(Duration.ofSeconds(5), Duration.ofSeconds(30));
    }

    private static List<Duration> timeouts(@Nullable Duration common) {
        CssSimulator.Builder builder = CssSimulator.builder();
        if (common != null) {
            builder.responseTimeout(common);
        }
        try (CssSimulator css = builder.start()) {
            return List.of(
                    css.settings().responseTimeout(EventType.PUSH_EXCEPTION),
                    css.settings().responseTimeout(EventType.RECORD));
        }
    }

    @Test
    void anOversizedResponseIsReadUpToTheLimitAndItsStatusCounts() {
        String head = "HTTP/1.1 200 OK\r\nContent-Length: 9999999999\r\n\r\n";
        receiver.now((request, connection) -> {
            RawReceiver.writing(head).respond(request, connection);
            pourInto(connection, "y".repeat(8192).getBytes(StandardCharsets.US_ASCII));
        });
        DeliveryAttempt attempt = attempt();

        assertThat(attempt.acknowledged()).isTrue();
        assertThat(attempt.responseBody()).hasSize(64 * 1024).matches("y+");
    }

    @Test
    void anOversizedChunkedResponseIsReadUpToTheLimit() {
        receiver.now((request, connection) -> {
            RawReceiver.writing("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
                    .respond(request, connection);
            pourInto(connection, "7\r\nabcdefg\r\n".getBytes(StandardCharsets.US_ASCII));
        });
        DeliveryAttempt attempt = attempt();

        assertThat(attempt.acknowledged()).isTrue();
        assertThat(attempt.responseBody()).hasSize(64 * 1024);
    }

    @Test
    void anEndlessHeadFails() {
        receiver.now((request, connection) -> {
            RawReceiver.writing("HTTP/1.1 200 OK\r\n").respond(request, connection);
            pourInto(connection, "X-Pad: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\r\n".getBytes(StandardCharsets.US_ASCII));
        });

        assertThat(attempt().failure()).contains("too long");
    }

    @Test
    void endlessInterimResponsesFail() {
        receiver.now((request, connection) ->
                pourInto(connection, "HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII)));

        assertThat(attempt().failure()).contains("too long");
    }

    /** Writes until the simulator has enough and hangs up. */
    private static void pourInto(Socket connection, byte[] piece) throws IOException {
        while (!connection.isClosed()) {
            connection.getOutputStream().write(piece);
        }
    }

    @Test
    void aReceiverMayRespondBeforeItHasReadTheWholeRequest() throws IOException {
        try (ServerSocket hasty = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                CssSimulator css = CssSimulator.start()) {
            css.bind(
                    TestAccount.DOMAIN,
                    TestAccount.APP,
                    TestAccount.template(URI.create("http://127.0.0.1:" + hasty.getLocalPort() + "/")));
            Thread serving = new Thread(() -> {
                try (Socket connection = hasty.accept()) {
                    connection.getInputStream().readNBytes(1000);
                    connection
                            .getOutputStream()
                            .write("HTTP/1.1 413 Large\r\nContent-Length: 0\r\n\r\n"
                                    .getBytes(StandardCharsets.US_ASCII));
                    connection.shutdownOutput();
                    connection.getInputStream().transferTo(OutputStream.nullOutputStream());
                } catch (IOException e) {
                    throw new AssertionError(e);
                }
            });
            serving.start();
            String large = "x".repeat(8 << 20);

            assertThat(css.send(
                                    EventType.RECORD,
                                    TestAccount.DOMAIN,
                                    TestAccount.APP,
                                    "room-1",
                                    p -> p.with("large", large))
                            .attempts()
                            .get(0)
                            .status())
                    .isEqualTo(413);
        }
    }

    @Test
    void aRefusedConnectionIsAFailureLikeAnyOther() throws IOException {
        try (Socket bound = new Socket();
                CssSimulator css = CssSimulator.start()) {
            bound.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0)); // taken, and not listening
            css.bind(
                    TestAccount.DOMAIN,
                    TestAccount.APP,
                    TestAccount.template(URI.create("http://127.0.0.1:" + bound.getLocalPort() + "/")));
            SimulatedEvent delivery = css.send(EventType.RECORD, TestAccount.DOMAIN, TestAccount.APP, "room-1");

            assertThat(delivery.attempts().get(0).failure()).isEqualTo("connection refused");
            assertThat(delivery.attempts().get(0).requestBody()).isEmpty();
            assertThat(delivery.state()).isEqualTo(DeliveryState.PENDING);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'',POST / HTTP/1.1",
        "'/',POST / HTTP/1.1",
        "'?account=1&x=%20y',POST /?account=1&x=%20y HTTP/1.1",
        "'/a/b;c=d?e',POST /a/b;c=d?e HTTP/1.1",
        "'/\u4e2d',POST /%E4%B8%AD HTTP/1.1"
    })
    void pathAndQueryAreSentAsInTheAddress(String rest, String line) {
        URI address = URI.create("http://localhost:" + receiver.uri().getPort() + rest);
        try (CssSimulator css = CssSimulator.start()) {
            css.bind(TestAccount.DOMAIN, TestAccount.APP, TestAccount.template(address));
            css.send(EventType.RECORD, TestAccount.DOMAIN, TestAccount.APP, "room-1");
        }

        assertThat(receiver.requests().get(0).line()).isEqualTo(line);
        assertThat(receiver.requests().get(0).headers())
                .containsEntry("host", "localhost:" + receiver.uri().getPort());
    }
}
