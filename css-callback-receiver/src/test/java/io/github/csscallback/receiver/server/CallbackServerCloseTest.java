package io.github.csscallback.receiver.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.csscallback.core.signature.CallbackKeys;
import io.github.csscallback.receiver.CallbackReceiver;
import io.github.csscallback.receiver.HttpPost;
import io.github.csscallback.receiver.TestPacket;
import io.github.csscallback.testsupport.RawHttpConnection;
import io.github.csscallback.testsupport.SettableClock;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How the server ends: nothing promised is lost, and nothing is left behind. */
@Timeout(30)
class CallbackServerCloseTest {

    private final CountDownLatch started = new CountDownLatch(1);
    private final CountDownLatch mayFinish = new CountDownLatch(1);
    private final CompletableFuture<String> end = new CompletableFuture<>();
    private final CallbackReceiver hanging = CallbackReceiver.builder()
            .keys(CallbackKeys.of(TestPacket.KEY))
            .clock(SettableClock.at(TestPacket.SENT_AT))
            .otherwise(delivery -> {
                started.countDown();
                try {
                    mayFinish.await();
                    end.complete("returned");
                } catch (InterruptedException e) {
                    end.complete("interrupted");
                    throw e;
                }
            })
            .build();
    private Set<Thread> before = Set.of();

    @BeforeEach
    void noteTheThreads() {
        before = serverThreads();
    }

    @Test
    void itLetsARunningHandlerFinishAndSendsItsResponse() throws Exception {
        CallbackServer server = CallbackServer.builder(hanging).start();
        CompletableFuture<HttpResponse<String>> response =
                new HttpPost(server.uri()).sendAsync(TestPacket.genuine("1"));
        started.await();

        CompletableFuture<Void> closed = closeElsewhere(server);
        assertThat(closed).isNotDone();
        mayFinish.countDown();
        assertThat(response.get(10, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
        closed.get(10, TimeUnit.SECONDS);
        assertThat(end).isCompletedWithValue("returned");
        assertThat(threadsLeft()).isEmpty();
    }

    @Test
    void anIdleServerClosesAtOnceWithoutAThreadLeft() throws Exception {
        CallbackReceiver quick = quick(new AtomicInteger());
        CallbackServer server = CallbackServer.builder(quick).start();
        try (RawHttpConnection kept = RawHttpConnection.to(server.uri())) {
            kept.post("/css", TestPacket.genuine("1").bytes());
            assertThat(kept.response().status()).isEqualTo(200);
            assertThat(newThreads()).isNotEmpty();

            long from = System.nanoTime();
            server.close();
            assertThat(Duration.ofNanos(System.nanoTime() - from)).isLessThan(Duration.ofSeconds(5));
            assertThat(kept.isClosedByServer()).isTrue();
        }
        assertThat(threadsLeft()).isEmpty();
    }

    @Test
    void aServerThatWasNeverUsedCloses() throws Exception {
        CallbackServer.builder(hanging).start().close();

        assertThat(threadsLeft()).isEmpty();
    }

    @Test
    void closingTwiceIsClosingOnce() throws Exception {
        CallbackServer server = CallbackServer.builder(hanging).start();
        server.close();
        server.close();

        assertThat(threadsLeft()).isEmpty();
    }

    @Test
    void thePortIsFreeAfterwards() throws Exception {
        CallbackReceiver quick = quick(new AtomicInteger());
        CallbackServer first = CallbackServer.builder(quick).start();
        int port = first.port();
        first.close();

        try (CallbackServer second = CallbackServer.builder(quick).port(port).start()) {
            assertThat(new HttpPost(second.uri()).send(TestPacket.genuine("1")).statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void aHandlerThatHangsIsInterruptedWhenTheTimeIsUp() throws Exception {
        CallbackServer server = CallbackServer.builder(hanging)
                .closeTimeout(Duration.ofMillis(100))
                .start();
        CompletableFuture<HttpResponse<String>> response =
                new HttpPost(server.uri()).sendAsync(TestPacket.genuine("1"));
        started.await();

        long from = System.nanoTime();
        server.close();
        assertThat(Duration.ofNanos(System.nanoTime() - from))
                .isBetween(Duration.ofMillis(100), Duration.ofSeconds(10));
        assertThat(end.get(10, TimeUnit.SECONDS)).isEqualTo("interrupted");
        assertThat(threadsLeft()).isEmpty();
        assertThat(statusOf(response)).isNotEqualTo(200);
    }

    @Test
    void anInterruptedHandlersDeliveryIsFreeForTheNextServer() throws Exception {
        CallbackServer server =
                CallbackServer.builder(hanging).closeTimeout(Duration.ZERO).start();
        CompletableFuture<HttpResponse<String>> cutOff = new HttpPost(server.uri()).sendAsync(TestPacket.genuine("1"));
        started.await();
        server.close();
        mayFinish.countDown();
        assertThat(statusOf(cutOff)).isNotEqualTo(200);

        try (CallbackServer next = CallbackServer.builder(hanging).start()) {
            assertThat(new HttpPost(next.uri()).send(TestPacket.genuine("1")).statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void whileItClosesNewRequestsAreRejectedAndAfterwardsNothingListens() throws Exception {
        CallbackReceiver firstHangs = CallbackReceiver.builder()
                .keys(CallbackKeys.of(TestPacket.KEY))
                .clock(SettableClock.at(TestPacket.SENT_AT))
                .otherwise(delivery -> {
                    started.countDown();
                    if ("first".equals(delivery.event().fields().text("sequence"))) {
                        mayFinish.await();
                    }
                })
                .build();
        CallbackServer server = CallbackServer.builder(firstHangs).start();
        HttpPost css = new HttpPost(server.uri());
        CompletableFuture<HttpResponse<String>> running = css.sendAsync(TestPacket.genuine("first"));
        started.await();
        CompletableFuture<Void> closed = closeElsewhere(server);

        int status = 200;
        for (int i = 0; status == 200; i++) { // handled until close has begun, which waits for the first
            status = css.send(TestPacket.genuine("later-" + i)).statusCode();
        }
        assertThat(status).isEqualTo(503);
        assertThat(closed).isNotDone();
        mayFinish.countDown();
        assertThat(running.get(10, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
        closed.get(10, TimeUnit.SECONDS);
        assertThat(statusOf(css.sendAsync(TestPacket.genuine("last")))).isZero();
    }

    @Tag("slow")
    @Test
    void underLoadEveryRequestThatGot200WasHandled() throws Exception {
        Set<String> handled = ConcurrentHashMap.newKeySet();
        CallbackReceiver receiver = CallbackReceiver.builder()
                .keys(CallbackKeys.of(TestPacket.KEY))
                .clock(SettableClock.at(TestPacket.SENT_AT))
                .otherwise(delivery ->
                        handled.add(String.valueOf(delivery.event().fields().text("sequence"))))
                .build();
        for (int round = 0; round < 5; round++) {
            CallbackServer server = CallbackServer.builder(receiver).start();
            Set<String> accepted = ConcurrentHashMap.newKeySet();
            CountDownLatch underWay = new CountDownLatch(200);
            List<CompletableFuture<Void>> senders = new ArrayList<>();
            for (int sender = 0; sender < 6; sender++) {
                String name = round + "-" + sender + "-";
                senders.add(CompletableFuture.runAsync(
                        () -> sendUntilItEnds(server, name, accepted, underWay), task -> new Thread(task).start()));
            }
            assertThat(underWay.await(15, TimeUnit.SECONDS)).isTrue();
            server.close();
            for (CompletableFuture<Void> sender : senders) {
                sender.get(15, TimeUnit.SECONDS);
            }
            assertThat(accepted).isNotEmpty();
            assertThat(handled).containsAll(accepted);
            assertThat(threadsLeft()).isEmpty();
        }
    }

    private static void sendUntilItEnds(
            CallbackServer server, String name, Set<String> accepted, CountDownLatch underWay) {
        try (RawHttpConnection connection = RawHttpConnection.to(server.uri())) {
            for (int i = 0; ; i++) {
                connection.post("/css", TestPacket.genuine(name + i).bytes());
                if (connection.response().status() == 200) {
                    accepted.add(name + i);
                }
                underWay.countDown();
            }
        } catch (IOException e) {
            // The server has closed: this is how a sender learns of it.
        }
    }

    private static CallbackReceiver quick(AtomicInteger calls) {
        return CallbackReceiver.builder()
                .keys(CallbackKeys.of(TestPacket.KEY))
                .clock(SettableClock.at(TestPacket.SENT_AT))
                .otherwise(delivery -> calls.incrementAndGet())
                .build();
    }

    private static CompletableFuture<Void> closeElsewhere(CallbackServer server) {
        return CompletableFuture.runAsync(server::close, task -> new Thread(task, "closing").start());
    }

    /** 0 if there was no response. */
    private static int statusOf(CompletableFuture<HttpResponse<String>> response) throws Exception {
        try {
            return response.get(15, TimeUnit.SECONDS).statusCode();
        } catch (ExecutionException e) {
            return 0;
        }
    }

    /** Threads that have nothing more to do may still be on their way out. */
    private Set<Thread> threadsLeft() throws InterruptedException {
        Set<Thread> left = newThreads();
        for (Thread thread : left) {
            thread.join(5_000);
        }
        left.removeIf(thread -> !thread.isAlive());
        return left;
    }

    private Set<Thread> newThreads() {
        return serverThreads().stream()
                .filter(thread -> !before.contains(thread))
                .collect(Collectors.toSet());
    }

    private static Set<Thread> serverThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("css-callback")
                        || thread.getName().contains("HTTP-Dispatcher")
                        || thread.getName().contains("idle-timeout")
                        || thread.getName().contains("server-timer"))
                .collect(Collectors.toSet());
    }
}
