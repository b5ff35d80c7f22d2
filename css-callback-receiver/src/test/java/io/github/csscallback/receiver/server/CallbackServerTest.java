package io.github.csscallback.receiver.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import io.github.csscallback.core.signature.CallbackKeys;
import io.github.csscallback.receiver.CallbackReceiver;
import io.github.csscallback.receiver.Delivery;
import io.github.csscallback.receiver.HttpPost;
import io.github.csscallback.receiver.Outcome;
import io.github.csscallback.receiver.RecordingListener;
import io.github.csscallback.receiver.TestPacket;
import io.github.csscallback.testsupport.CapturedLog;
import io.github.csscallback.testsupport.RawHttpConnection;
import io.github.csscallback.testsupport.SettableClock;
import java.io.ByteArrayInputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The ready-made server over real HTTP: the response to each request. */
@Timeout(30)
class CallbackServerTest {

    private static final int LARGEST = 4096;

    private final List<Delivery<?>> handled = new CopyOnWriteArrayList<>();
    private final RecordingListener listener = new RecordingListener();
    private final CallbackReceiver receiver = CallbackReceiver.builder()
            .keys(CallbackKeys.of(TestPacket.KEY))
            .clock(SettableClock.at(TestPacket.SENT_AT))
            .maxBodyBytes(LARGEST)
            .listener(listener)
            .otherwise(delivery -> {
                if (delivery.event().type().number() == 9999) {
                    throw new IllegalStateException("cannot");
                }
                if (delivery.event().type().number() == 9998) {
                    Thread.currentThread().interrupt();
                }
                handled.add(delivery);
            })
            .build();
    private CallbackServer server;
    private HttpPost css;

    @BeforeEach
    void start() {
        server = CallbackServer.builder(receiver).start();
        css = new HttpPost(server.uri());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aGenuinePacketIsHandledAndGets200() throws Exception {
        HttpResponse<String> response = css.send(TestPacket.genuine("1"));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEqualTo("{\"code\":0}");
        assertThat(response.headers().firstValue("Content-Type")).contains("application/json");
        assertThat(handled).singleElement().satisfies(delivery -> {
            assertThat(delivery.target()).isEqualTo("/css");
            assertThat(delivery.remoteAddress()).isEqualTo("127.0.0.1");
            assertThat(delivery.body()).isEqualTo(TestPacket.genuine("1").bytes());
        });
    }

    @Test
    void aDuplicateGets200AndIsNotHandledAgain() throws Exception {
        assertThat(css.send(TestPacket.genuine("1")).statusCode()).isEqualTo(200);
        assertThat(css.send(TestPacket.genuine("1")).statusCode()).isEqualTo(200);
        assertThat(handled).hasSize(1);
    }

    @Test
    void otherPacketsGetTheResponseOfTheReceiver() throws Exception {
        assertThat(css.send("{".getBytes(StandardCharsets.UTF_8)).statusCode()).isEqualTo(400);
        assertThat(css.send(new byte[0]).statusCode()).isEqualTo(400);
        assertThat(css.send(TestPacket.streamBegin("1")).statusCode()).isEqualTo(403);
        assertThat(css.send(TestPacket.ofType(9999).signed()).statusCode()).isEqualTo(500);
        assertThat(handled).isEmpty();
    }

    /** A limit of the JDK's server, which the documentation of the path names. */
    @Test
    void aTargetOfTwoSlashesGetsThe404OfTheJdkAndIsNotReported() throws Exception {
        try (RawHttpConnection connection = RawHttpConnection.to(server.uri())) {
            connection.send("POST //css HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\n\r\n");
            RawHttpConnection.Response response = connection.response();

            assertThat(response.status()).isEqualTo(404);
            assertThat(response.body()).contains("No context found for request");
        }
        assertThat(listener.rejected).isEmpty();
    }

    @Test
    void theConfigurationCanBeReadBackAndPrintedWithoutSecrets() {
        try (CallbackServer other = CallbackServer.builder(receiver)
                .path("/hooks")
                .headersTimeout(Duration.ofSeconds(30))
                .exchangeTimeout(Duration.ofSeconds(6))
                .closeTimeout(Duration.ofSeconds(3))
                .maxBufferedBytes(4 << 20)
                .start()) {
            assertThat(other.receiver()).isSameAs(receiver);
            assertThat(other.path()).isEqualTo("/hooks");
            assertThat(other.headersTimeout())
                    .as("never longer than the exchange")
                    .isEqualTo(Duration.ofSeconds(6));
            assertThat(other.exchangeTimeout()).isEqualTo(Duration.ofSeconds(6));
            assertThat(other.closeTimeout()).isEqualTo(Duration.ofSeconds(3));
            assertThat(other.maxBufferedBytes()).isEqualTo(4 << 20);
            assertThat(other.toString())
                    .contains(other.uri().toString(), "exchangeTimeout=PT6S", "CallbackReceiver[")
                    .doesNotContain(TestPacket.KEY.reveal());
        }
    }

    @Test
    void anEncodedBodyIs415() throws Exception {
        HttpRequest request = css.request(TestPacket.genuine("1").bytes())
                .header("Content-Encoding", "gzip")
                .build();

        assertThat(css.send(request).statusCode()).isEqualTo(415);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/cssX", "/css/", "/css/more", "/", "/CSS", "/%63ss", "/other"})
    void onlyTheExactPathIsServed(String path) throws Exception {
        HttpResponse<String> response = new HttpPost(server.uri().resolve(path)).send(TestPacket.genuine("1"));

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(handled).isEmpty();
        assertThat(listener.rejections()).containsExactly(Outcome.Kind.WRONG_PATH);
        assertThat(listener.rejected.get(0).outcome().explanation()).contains("/css");
    }

    @Test
    void aWrongPathIsLoggedAsAWarningWithTheExpectedPathAtMostOnceAMinute() throws Exception {
        try (CapturedLog log = CapturedLog.of(CallbackReceiver.class)) {
            for (int i = 0; i < 3; i++) {
                new HttpPost(server.uri().resolve("/css/")).send(TestPacket.genuine("1"));
            }
            assertThat(log.messages(Level.WARN)).singleElement().asString().contains("the path is not /css,");
        }
        assertThat(listener.rejected).hasSize(3);
    }

    @Test
    void aBufferThatCannotHoldTheLargestBodyIsRejected() {
        assertThatIllegalStateException()
                .isThrownBy(() -> CallbackServer.builder(receiver)
                        .maxBufferedBytes(LARGEST - 1)
                        .start())
                .withMessageContaining("maxBodyBytes");
    }

    @Test
    void itKeepsTheProcessAlive() {
        assertThat(Thread.getAllStackTraces().keySet())
                .filteredOn(thread -> thread.getName().equals("HTTP-Dispatcher"))
                .isNotEmpty()
                .noneMatch(Thread::isDaemon);
    }

    @Test
    void itIsServingUntilItIsClosed() {
        assertThat(server.isServing()).isTrue();
        server.close();
        assertThat(server.isServing()).isFalse();
    }

    @Test
    void aQueryIsPartOfTheTargetAndNotOfThePath() throws Exception {
        URI withQuery = URI.create(server.uri() + "?account=1&x=%20y");

        assertThat(new HttpPost(withQuery).send(TestPacket.genuine("1")).statusCode())
                .isEqualTo(200);
        assertThat(handled.get(0).target()).isEqualTo("/css?account=1&x=%20y");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "PUT", "DELETE", "OPTIONS", "HEAD"})
    void onlyPostIsTaken(String method) throws Exception {
        HttpRequest request = css.request(new byte[0])
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build();
        HttpResponse<String> response = css.send(request);

        assertThat(response.statusCode()).isEqualTo(405);
        assertThat(response.headers().firstValue("Allow")).contains("POST");
    }

    @Test
    void aHeadRequestLeavesTheConnectionInOrder() throws Exception {
        try (RawHttpConnection connection = RawHttpConnection.to(server.uri())) {
            connection.send("HEAD /css HTTP/1.1\r\nHost: localhost\r\n\r\n");
            // The response to HEAD has no body, whatever its Content-Length.
            assertThat(connection.responseHead().status()).isEqualTo(405);
            connection.post("/css", TestPacket.genuine("1").bytes());
            assertThat(connection.response().status()).isEqualTo(200);
        }
    }

    @Test
    void aBodyOverTheLimitIs413WhetherItsLengthIsKnownOrNot() throws Exception {
        byte[] packet =
                TestPacket.genuine("1").with("padding", "x".repeat(LARGEST)).bytes();

        assertThat(css.send(packet).statusCode()).isEqualTo(413);
        HttpRequest chunked = css.request(packet)
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(packet)))
                .build();
        assertThat(css.send(chunked).statusCode()).isEqualTo(413);
        byte[] muchLarger = new byte[3 << 20];
        assertThat(css.send(muchLarger).statusCode()).isEqualTo(413);
        assertThat(handled).isEmpty();
    }

    @Test
    void aChunkedPacketIsTaken() throws Exception {
        byte[] packet = TestPacket.genuine("1").bytes();
        HttpRequest chunked = css.request(packet)
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(packet)))
                .build();

        assertThat(css.send(chunked).statusCode()).isEqualTo(200);
        assertThat(handled).hasSize(1);
    }

    @Test
    void aBodyOfManyReadsArrivesWhole() throws Exception {
        CallbackReceiver large = CallbackReceiver.builder()
                .keys(CallbackKeys.of(TestPacket.KEY))
                .clock(SettableClock.at(TestPacket.SENT_AT))
                .otherwise(handled::add)
                .build();
        TestPacket packet = TestPacket.genuine("1").with("padding", "0123456789".repeat(50_000));
        try (CallbackServer second = CallbackServer.builder(large).start()) {
            assertThat(new HttpPost(second.uri()).send(packet).statusCode()).isEqualTo(200);
        }
        assertThat(handled.get(0).body()).isEqualTo(packet.bytes());
    }

    @Test
    void oneConnectionServesSeveralRequestsAlsoAfterARejection() throws Exception {
        try (RawHttpConnection connection = RawHttpConnection.to(server.uri())) {
            connection.post("/css", TestPacket.genuine("1").bytes());
            assertThat(connection.response().status()).isEqualTo(200);
            connection.post("/css", TestPacket.streamBegin("2").bytes());
            assertThat(connection.response().status()).isEqualTo(403);
            connection.post("/css", "{".getBytes(StandardCharsets.UTF_8));
            assertThat(connection.response().status()).isEqualTo(400);
            connection.send("GET /css HTTP/1.1\r\nHost: localhost\r\n\r\n");
            assertThat(connection.response().status()).isEqualTo(405);
            connection.post("/css", TestPacket.ofType(9999).signed().bytes());
            assertThat(connection.response().status()).isEqualTo(500);
            connection.post("/css", TestPacket.genuine("2").bytes());
            assertThat(connection.response().status()).isEqualTo(200);
        }
        assertThat(handled).hasSize(2);
    }

    @Test
    void pipelinedRequestsGetTheirResponsesInOrderAndGarbageEndsTheConnection() throws Exception {
        try (RawHttpConnection connection = RawHttpConnection.to(server.uri())) {
            connection
                    .post("/css", TestPacket.genuine("1").bytes())
                    .post("/css", TestPacket.streamBegin("2").bytes())
                    .send("\u0001\u0002 garbage\r\n\r\n");
            assertThat(connection.response().status()).isEqualTo(200);
            assertThat(connection.response().status()).isEqualTo(403);
            assertThat(connection.isClosedByServer()).isTrue();
        }
        assertThat(css.send(TestPacket.genuine("3")).statusCode()).isEqualTo(200);
    }

    @Test
    void bytesBehindTheAnnouncedLengthAreNotPartOfThePacket() throws Exception {
        try (RawHttpConnection connection = RawHttpConnection.to(server.uri())) {
            connection
                    .post("/css", TestPacket.genuine("1").bytes())
                    .send("POST /css HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\n\r\n");
            assertThat(connection.response().status()).isEqualTo(200);
            assertThat(connection.response().status()).isEqualTo(400);
        }
        assertThat(handled.get(0).body()).isEqualTo(TestPacket.genuine("1").bytes());
    }

    @Test
    void aHandlerThatLeavesItsThreadInterruptedStillGetsItsResponse() throws Exception {
        try (RawHttpConnection connection = RawHttpConnection.to(server.uri())) {
            connection.post("/css", TestPacket.ofType(9998).signed().bytes());
            assertThat(connection.response().status()).isEqualTo(200);
            connection.post("/css", TestPacket.genuine("1").bytes());
            assertThat(connection.response().status()).isEqualTo(200);
        }
    }

    @Test
    void aFreePortIsFoundAndNamed() {
        assertThat(server.port()).isPositive();
        assertThat(server.uri()).isEqualTo(URI.create("http://127.0.0.1:" + server.port() + "/css"));
    }

    @Test
    void aPortInUseIsRejectedWithAddressAndPortInTheMessage() {
        assertThatThrownBy(() ->
                        CallbackServer.builder(receiver).port(server.port()).start())
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("127.0.0.1 port " + server.port())
                .hasMessageContaining("in use");
    }

    @Test
    void itListensOnTheGivenAddress() throws Exception {
        try (CallbackServer everywhere = CallbackServer.builder(receiver)
                .bind(InetAddress.getByName("0.0.0.0"))
                .path("/hooks/9f3c")
                .start()) {
            URI local = URI.create("http://127.0.0.1:" + everywhere.port() + "/hooks/9f3c");
            assertThat(new HttpPost(local).send(TestPacket.genuine("1")).statusCode())
                    .isEqualTo(200);
            assertThat(new HttpPost(local.resolve("/css"))
                            .send(TestPacket.genuine("2"))
                            .statusCode())
                    .isEqualTo(404);
        }
    }

    @Test
    void settingsOutOfRangeAreRejected() {
        CallbackServer.Builder builder = CallbackServer.builder(receiver);

        assertThatIllegalArgumentException().isThrownBy(() -> builder.port(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.port(65_536));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.path("css"));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.path("/css?x=1"));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.path("/css#x"));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.path("/a b"));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.path("/%zz"));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.headersTimeout(Duration.ofDays(2)));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.exchangeTimeout(Duration.ZERO));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.closeTimeout(Duration.ofSeconds(-1)));
    }

    @Test
    void aReceiverWithItsOwnExecutorIsServedToo() throws Exception {
        CallbackReceiver withItsOwn = CallbackReceiver.builder()
                .keys(CallbackKeys.of(TestPacket.KEY))
                .clock(SettableClock.at(TestPacket.SENT_AT))
                .executor(task -> new Thread(task, "the-users").start())
                .otherwise(handled::add)
                .build();
        try (CallbackServer second = CallbackServer.builder(withItsOwn).start()) {
            assertThat(new HttpPost(second.uri()).send(TestPacket.genuine("1")).statusCode())
                    .isEqualTo(200);
        }
        assertThat(handled).hasSize(1);
    }
}
