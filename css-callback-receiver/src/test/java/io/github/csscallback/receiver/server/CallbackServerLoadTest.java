package io.github.csscallback.receiver.server;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import io.github.csscallback.core.signature.CallbackKeys;
import io.github.csscallback.receiver.CallbackListener;
import io.github.csscallback.receiver.CallbackReceiver;
import io.github.csscallback.receiver.DeliverySummary;
import io.github.csscallback.receiver.HttpPost;
import io.github.csscallback.receiver.Outcome;
import io.github.csscallback.receiver.RecordingListener;
import io.github.csscallback.receiver.TestPacket;
import io.github.csscallback.testsupport.CapturedLog;
import io.github.csscallback.testsupport.RawHttpConnection;
import io.github.csscallback.testsupport.SettableClock;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The server when handlers hang or senders are slow. */
@Timeout(30)
@Tag("slow")
class CallbackServerLoadTest {

    private final AtomicInteger calls = new AtomicInteger();
    private final Semaphore started = new Semaphore(0);
    private final CountDownLatch mayFinish = new CountDownLatch(1);

    private final RecordingListener listener = new RecordingListener();

    /** Its handler hangs for packets whose sequence begins with "slow". */
    private final CallbackReceiver receiver = builder().build();

    private final CallbackReceiver impatient =
            builder().deadline(Duration.ofMillis(50)).build();

    private CallbackReceiver atMost(int deliveries) {
        return builder().maxInFlight(deliveries).build();
    }

    private CallbackReceiver.Builder builder() {
        return CallbackReceiver.builder()
                .keys(CallbackKeys.of(TestPacket.KEY))
                .clock(SettableClock.at(TestPacket.SENT_AT))
                .listener(listener)
                .otherwise(delivery -> {
                    calls.incrementAndGet();
                    started.release();
                    if (String.valueOf(delivery.event().fields().text("sequence"))
                            .startsWith("slow")) {
                        mayFinish.await();
                    }
                });
    }

    @Test
    void beyondTheBoundIts503WhileHandlersHangAndAllIsWellAfterwards() throws Exception {
        try (CallbackServer server = CallbackServer.builder(atMost(3)).start()) {
            HttpPost css = new HttpPost(server.uri());
            List<CompletableFuture<HttpResponse<String>>> hanging = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                hanging.add(css.sendAsync(TestPacket.genuine("slow" + i)));
            }
            assertThat(started.tryAcquire(3, 10, TimeUnit.SECONDS)).isTrue();

            for (int i = 0; i < 20; i++) {
                assertThat(css.send(TestPacket.genuine("quick" + i)).statusCode())
                        .isEqualTo(503);
            }
            assertThat(listener.failures()).hasSize(20).containsOnly(Outcome.Kind.OVERLOADED);
            mayFinish.countDown();
            for (CompletableFuture<HttpResponse<String>> one : hanging) {
                assertThat(one.get(10, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
            }
            for (int i = 0; i < 20; i++) {
                assertThat(css.send(TestPacket.genuine("quick" + i)).statusCode())
                        .isEqualTo(200);
            }
            assertThat(calls).hasValue(23);
        }
    }

    @Test
    void atTheDeadlineIts503AndTheLateSuccessMakesTheRetry200WithoutASecondCall() throws Exception {
        try (CallbackServer server = CallbackServer.builder(impatient).start()) {
            HttpPost css = new HttpPost(server.uri());

            HttpResponse<String> late = css.send(TestPacket.genuine("slow"));
            assertThat(late.statusCode()).isEqualTo(503);
            assertThat(late.body()).isEqualTo("{\"code\":503}");
            assertThat(css.send(TestPacket.genuine("slow")).statusCode()).isEqualTo(503);
            mayFinish.countDown();
            assertThat(firstOtherThan503(css, TestPacket.genuine("slow"))).isEqualTo(200);
            assertThat(calls).hasValue(1);
        }
    }

    @Test
    void theConnectionOfALateResponseGoesOnServing() throws Exception {
        try (CallbackServer server = CallbackServer.builder(impatient).start();
                RawHttpConnection connection = RawHttpConnection.to(server.uri())) {
            connection.post("/css", TestPacket.genuine("slow").bytes());
            assertThat(connection.response().status()).isEqualTo(503);
            connection.post("/css", TestPacket.genuine("quick").bytes());
            assertThat(connection.response().status()).isEqualTo(200);
            mayFinish.countDown();
        }
    }

    @Test
    void lateHandlersCountUntilTheyEnd() throws Exception {
        try (CallbackServer server = CallbackServer.builder(
                        builder().deadline(Duration.ofMillis(50)).maxInFlight(1).build())
                .start()) {
            HttpPost css = new HttpPost(server.uri());

            assertThat(css.send(TestPacket.genuine("slow")).statusCode()).isEqualTo(503);
            assertThat(css.send(TestPacket.genuine("quick")).statusCode()).isEqualTo(503);
            assertThat(calls).hasValue(1);
            mayFinish.countDown();
            assertThat(firstOtherThan503(css, TestPacket.genuine("quick"))).isEqualTo(200);
        }
    }

    @Test
    void aPlaceIsGivenBackOnceHoweverTheRequestEnds() throws Exception {
        try (CallbackServer server = CallbackServer.builder(atMost(1)).start()) {
            HttpPost css = new HttpPost(server.uri());
            for (int i = 0; i < 5; i++) {
                css.send(TestPacket.genuine("quick" + i));
                css.send(new byte[] {1, 2, 3});
            }
            CompletableFuture<HttpResponse<String>> hanging = css.sendAsync(TestPacket.genuine("slow"));
            assertThat(started.tryAcquire(6, 10, TimeUnit.SECONDS)).isTrue();

            assertThat(css.send(TestPacket.genuine("slow, too")).statusCode()).isEqualTo(503);
            mayFinish.countDown();
            assertThat(hanging.get().statusCode()).isEqualTo(200);
        }
    }

    /** Small requests one after the other on one connection, whose responses are never read: the writes must end. */
    @Test
    void aPeerThatDoesNotReadItsResponsesIsCutOff() throws Exception {
        byte[] request = "POST /css HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\n\r\nx"
                .repeat(100)
                .getBytes(StandardCharsets.US_ASCII);
        CountDownLatch cut = new CountDownLatch(1);
        try (CallbackServer server = CallbackServer.builder(receiver)
                        .exchangeTimeout(Duration.ofMillis(200))
                        .start();
                Socket flood = new Socket()) {
            flood.setReceiveBufferSize(4096);
            flood.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port()));
            new Thread(() -> {
                        try {
                            while (true) {
                                flood.getOutputStream().write(request);
                            }
                        } catch (IOException e) {
                            cut.countDown();
                        }
                    })
                    .start();
            assertThat(cut.await(20, TimeUnit.SECONDS))
                    .as("the server cut it off")
                    .isTrue();
        }
    }

    @Test
    void aListenerThatHangsAtALateHandlerDoesNotDelayOtherDeadlines() throws Exception {
        CallbackReceiver watched = CallbackReceiver.builder()
                .keys(CallbackKeys.of(TestPacket.KEY))
                .clock(SettableClock.at(TestPacket.SENT_AT))
                .listener(new CallbackListener() {
                    @Override
                    public void failed(DeliverySummary delivery, Outcome outcome) {
                        started.release();
                        awaitQuietly(mayFinish);
                    }
                })
                .deadline(Duration.ofMillis(50))
                .otherwise(delivery -> mayFinish.await())
                .build();
        try (CallbackServer server = CallbackServer.builder(watched)
                        .exchangeTimeout(Duration.ofMillis(100))
                        .start();
                RawHttpConnection slow = RawHttpConnection.to(server.uri())) {
            CompletableFuture<HttpResponse<String>> late =
                    new HttpPost(server.uri()).sendAsync(TestPacket.genuine("slow"));
            assertThat(started.tryAcquire(10, TimeUnit.SECONDS)).isTrue();

            slow.send("POST /css HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\n{\"event");
            assertThat(slow.isClosedByServer()).isTrue();
            mayFinish.countDown();
            assertThat(late.get().statusCode()).isEqualTo(503);
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void aBodyThatDoesNotComeInTimeIsCutOff() throws Exception {
        try (CallbackServer server = CallbackServer.builder(atMost(1))
                        .exchangeTimeout(Duration.ofMillis(100))
                        .start();
                RawHttpConnection slow = RawHttpConnection.to(server.uri())) {
            slow.send("POST /css HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\n{\"event");
            assertThat(slow.isClosedByServer()).isTrue();

            assertThat(firstOtherThan503(new HttpPost(server.uri()), TestPacket.genuine("quick")))
                    .isEqualTo(200);
        }
    }

    @Test
    void headersThatDoNotComeInTimeAreCutOff() throws Exception {
        List<RawHttpConnection> slow = new ArrayList<>();
        try (CallbackServer server = CallbackServer.builder(atMost(1))
                .exchangeTimeout(Duration.ofMillis(300))
                .start()) {
            for (int i = 0; i < 20; i++) {
                slow.add(RawHttpConnection.to(server.uri()));
                slow.get(i).send("POST /css HTTP/1.1\r\nHost: local");
            }
            assertThat(new HttpPost(server.uri())
                            .send(TestPacket.genuine("quick"))
                            .statusCode())
                    .isEqualTo(200);
            for (RawHttpConnection one : slow) {
                assertThat(one.isClosedByServer()).isTrue();
            }
        } finally {
            for (RawHttpConnection one : slow) {
                one.close();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "HEAD"})
    void bodiesThatNeverEndOnAWrongPathDoNotStopGenuineOnes(String method) throws Exception {
        List<RawHttpConnection> strangers = new ArrayList<>();
        try (CallbackServer server = CallbackServer.builder(atMost(1)).start()) {
            for (int i = 0; i < 100; i++) {
                strangers.add(RawHttpConnection.to(server.uri())
                        .send(method
                                + " /wrong HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100000\r\n\r\n{\"event"));
            }
            HttpPost css = new HttpPost(server.uri());
            for (int i = 0; i < 50; i++) {
                assertThat(css.send(TestPacket.genuine("quick" + i)).statusCode())
                        .isEqualTo(200);
            }
            for (RawHttpConnection stranger : strangers) {
                if (!method.equals("HEAD")) {
                    assertThat(stranger.response().status()).isEqualTo(404);
                }
                assertThat(stranger.isClosedByServer()).isTrue();
            }
        } finally {
            for (RawHttpConnection stranger : strangers) {
                stranger.close();
            }
        }
    }

    @Test
    void aBodyThatNeverEndsBehindA413TakesNoPlace() throws Exception {
        int skipped = 8 << 20; // not a byte more: one that nobody reads makes the kernel reset the connection
        try (CallbackServer server = CallbackServer.builder(atMost(1)).start();
                RawHttpConnection stranger = RawHttpConnection.to(server.uri())) {
            stranger.send("POST /css HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000000000\r\n\r\n")
                    .send("x".repeat(skipped));
            assertThat(stranger.response().status()).isEqualTo(413);
            assertThat(stranger.isClosedByServer()).isTrue();

            assertThat(firstOtherThan503(new HttpPost(server.uri()), TestPacket.genuine("quick")))
                    .isEqualTo(200);
        }
    }

    @Test
    void slowBodiesTakeNoPermitAndGiveNobodyElse503() throws Exception {
        List<RawHttpConnection> strangers = new ArrayList<>();
        try (CallbackServer server = CallbackServer.builder(atMost(1)).start()) {
            for (int i = 0; i < 64; i++) {
                strangers.add(RawHttpConnection.to(server.uri())
                        .send("POST /css HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100000\r\n\r\n{\"event"));
            }
            HttpPost css = new HttpPost(server.uri());
            for (int i = 0; i < 20; i++) {
                assertThat(css.send(TestPacket.genuine("quick" + i)).statusCode())
                        .isEqualTo(200);
            }
        } finally {
            for (RawHttpConnection stranger : strangers) {
                stranger.close();
            }
        }
    }

    @Test
    void slowHeadersLeaveThreadsForOthersAndAreCutOffBeforeSlowBodies() throws Exception {
        List<RawHttpConnection> strangers = new ArrayList<>();
        try (CallbackServer server = CallbackServer.builder(receiver)
                .headersTimeout(Duration.ofSeconds(1))
                .start()) {
            for (int i = 0; i < 400; i++) {
                strangers.add(RawHttpConnection.to(server.uri()).send("POST /css HTTP/1.1\r\nHost: local"));
            }
            assertThat(new HttpPost(server.uri())
                            .send(TestPacket.genuine("quick"))
                            .statusCode())
                    .isEqualTo(200);
            for (RawHttpConnection stranger : strangers) {
                assertThat(stranger.isClosedByServer()).isTrue();
            }
        } finally {
            for (RawHttpConnection stranger : strangers) {
                stranger.close();
            }
        }
    }

    @Test
    void bodiesThatNeedTooMuchMemoryTogetherGet503WhileSmallOnesAreAccepted() throws Exception {
        byte[] large =
                TestPacket.genuine("large").with("padding", "x".repeat(600_000)).bytes();
        try (CallbackServer server = CallbackServer.builder(receiver)
                        .maxBufferedBytes(1 << 20)
                        .start();
                RawHttpConnection slow = RawHttpConnection.to(server.uri())) {
            slow.send("POST /css HTTP/1.1\r\nHost: localhost\r\nContent-Length: 900000\r\n\r\n" + "x".repeat(500_000));
            HttpPost css = new HttpPost(server.uri());

            int status = 200;
            for (int i = 0; status == 200; i++) { // until the slow one has taken its share
                status = css.send(TestPacket.genuine("large" + i).with("padding", "x".repeat(600_000)))
                        .statusCode();
            }
            assertThat(status).isEqualTo(503);
            assertThat(listener.rejections()).containsExactly(Outcome.Kind.OVERLOADED);
            assertThat(css.send(TestPacket.genuine("small")).statusCode()).isEqualTo(200);
            slow.send("x".repeat(400_000));
            assertThat(slow.response().status()).isEqualTo(400);
            assertThat(css.send(large).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void theMemoryOfABodyIsFreeForTheNextOneOnceThePeerHasTheResponse() throws Exception {
        try (CallbackServer server =
                CallbackServer.builder(receiver).maxBufferedBytes(1 << 20).start()) {
            HttpPost css = new HttpPost(server.uri());
            for (int i = 0; i < 200; i++) {
                assertThat(css.send(TestPacket.genuine("large" + i).with("padding", "x".repeat(900_000)))
                                .statusCode())
                        .isEqualTo(200);
            }
        }
    }

    @Test
    void theEndOfTheAcceptLoopIsReported() throws Exception {
        try (CapturedLog log = CapturedLog.of(CallbackServer.class);
                FailingDispatcher failing = new FailingDispatcher();
                CallbackServer server = CallbackServer.builder(receiver).start()) {
            assertThat(server.isServing()).isTrue();
            failing.arm();
            CompletableFuture<?> unused = new HttpPost(server.uri()).sendAsync(TestPacket.genuine("quick"));

            assertThat(listener.serverFailures.poll(10, TimeUnit.SECONDS))
                    .isInstanceOf(FailingDispatcher.Failure.class);
            assertThat(server.isServing()).isFalse();
            assertThat(log.messages(Level.ERROR))
                    .containsExactly(server.uri() + " no longer accepts connections: restart the process");
        }
    }

    @Test
    void aBodyThatBreaksOffTakesNoPlace() throws Exception {
        try (CallbackServer server = CallbackServer.builder(atMost(1)).start()) {
            HttpPost css = new HttpPost(server.uri());
            for (int i = 0; i < 20; i++) {
                try (RawHttpConnection broken = RawHttpConnection.to(server.uri())) {
                    broken.send("POST /css HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\n{\"event");
                }
                try (RawHttpConnection broken = RawHttpConnection.to(server.uri())) {
                    broken.send("POST /css HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n");
                }
                assertThat(firstOtherThan503(css, TestPacket.genuine("quick" + i)))
                        .isEqualTo(200);
            }
        }
    }

    /** CSS tries again; here without its minute. */
    private static int firstOtherThan503(HttpPost css, TestPacket packet) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(15);
        int status = 503;
        while (status == 503 && System.nanoTime() < end) {
            status = css.send(packet).statusCode();
        }
        return status;
    }
}
