package io.github.csscallback.testkit.internal.api;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.csscallback.core.template.Site;
import io.github.csscallback.testkit.internal.account.Account;
import io.github.csscallback.testkit.internal.api.message.ApiRequest;
import io.github.csscallback.testkit.internal.api.record.RecordSource;
import io.github.csscallback.testsupport.RawHttpConnection;
import io.github.csscallback.testsupport.SettableClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ApiServerTest {

    private static final String LIST = "DescribeLiveCallbackTemplates";

    @Test
    void aBodyOfTenMegabytesIsReadAndOneByteMoreIsRejected() {
        try (RunningApi api = RunningApi.at(Site.CHINA)) {
            byte[] largest = new byte[ApiRequest.MAX_BODY];
            Arrays.fill(largest, (byte) ' ');
            largest[0] = '{';
            largest[largest.length - 1] = '}';

            assertThat(api.send(api.request(LIST, "").body(largest).sign()).code())
                    .isEmpty();

            byte[] tooLarge = Arrays.copyOf(largest, largest.length + 1);
            Response response = api.send(api.request(LIST, "").body(tooLarge));
            assertThat(response.code()).isEqualTo("RequestSizeLimitExceeded");
            assertThat(response.message()).contains("10485760 bytes");
        }
    }

    @Test
    void aBodyWithoutEndIsCut() throws IOException {
        try (RunningApi api = RunningApi.at(Site.CHINA);
                Socket socket = connect(api.endpoint())) {
            byte[] chunk = new byte[1 << 20];
            String head = "POST / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(ISO_8859_1));
            assertThatThrownBy(() -> {
                        for (int i = 0; i < 200; i++) {
                            socket.getOutputStream()
                                    .write((Integer.toHexString(chunk.length) + "\r\n").getBytes(UTF_8));
                            socket.getOutputStream().write(chunk);
                            socket.getOutputStream().write("\r\n".getBytes(UTF_8));
                        }
                    })
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void aConnectionIsKeptForTheNextRequest() throws IOException {
        try (RunningApi api = RunningApi.at(Site.CHINA);
                RawHttpConnection connection = RawHttpConnection.to(api.endpoint())) {
            byte[] request = api.request(LIST, "{}").sign().bytes();
            for (int i = 0; i < 3; i++) {
                connection.send(request);
                assertThat(Response.of(connection.response()))
                        .satisfies(response -> assertThat(response.code()).isEmpty());
            }
        }
    }

    @Test
    void aConnectionIsKeptAfterABodyThatWasALittleTooLarge() throws IOException {
        try (RunningApi api = RunningApi.at(Site.CHINA);
                RawHttpConnection connection = RawHttpConnection.to(api.endpoint())) {
            SignedRequest tooLarge = api.request(LIST, "").body(new byte[ApiRequest.MAX_BODY + 100_000]);
            connection.send(tooLarge.bytes());
            assertThat(Response.of(connection.response()))
                    .satisfies(response -> assertThat(response.code()).isEqualTo("RequestSizeLimitExceeded"));
            connection.send(api.request(LIST, "{}").sign().bytes());
            assertThat(Response.of(connection.response()))
                    .satisfies(response -> assertThat(response.code()).isEmpty());
        }
    }

    @Test
    void aRequestWithoutABodyGetsAResponse() {
        try (RunningApi api = RunningApi.at(Site.CHINA)) {
            byte[] head = "HEAD / HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(ISO_8859_1);
            assertThat(Response.to(api.endpoint(), head)).hasValueSatisfying(response -> {
                assertThat(response.status()).isEqualTo(200);
                assertThat(response.body()).isEmpty();
            });
        }
    }

    @Test
    void aSimulatorFailureIsReportedAsAnInternalError() {
        Account account = new Account(Site.CHINA, SettableClock.at(RunningApi.START), () -> Duration.ZERO);
        ApiSettings settings = new ApiSettings(
                Site.CHINA,
                RunningApi.SECRET_ID,
                RunningApi.SECRET_KEY,
                null,
                0,
                SettableClock.at(RunningApi.NOW),
                RequestRates.off(),
                System::nanoTime);
        RecordSource broken = stream -> {
            throw new IllegalStateException("broken on purpose");
        };
        try (ApiServer server = ApiServer.start(settings, account, broken)) {
            SignedRequest request = new SignedRequest(
                    server.endpoint(),
                    "DescribeCallbackRecordsList",
                    "{\"StartTime\":\"2026-03-01T00:00:00Z\",\"EndTime\":\"2026-03-01T00:00:00Z\",\"StreamName\":\"room\","
                            + "\"PageNum\":1,\"PageSize\":1}");
            assertThat(Response.to(server.endpoint(), request.sign().bytes())).hasValueSatisfying(response -> {
                assertThat(response.code()).isEqualTo("InternalError");
                assertThat(response.body()).doesNotContain("on purpose");
            });
        }
    }

    @Test
    void requestsOfManyThreadsAtOnceAllSucceed() throws InterruptedException {
        try (RunningApi api = RunningApi.at(Site.CHINA)) {
            AtomicInteger succeeded = new AtomicInteger();
            List<Thread> callers = new ArrayList<>();
            for (int caller = 0; caller < 8; caller++) {
                int number = caller;
                callers.add(new Thread(() -> {
                    for (int i = 0; i < 6; i++) {
                        String body = "{\"TemplateName\":\"n-" + number + "-" + i
                                + "\",\"RecordNotifyUrl\":\"http://a.example/\"}";
                        if (api.call("CreateLiveCallbackTemplate", body).code().isEmpty()) {
                            succeeded.incrementAndGet();
                        }
                    }
                }));
            }
            callers.forEach(Thread::start);
            for (Thread caller : callers) {
                caller.join();
            }
            assertThat(succeeded).hasValue(48);
            assertThat(api.account.templates()).hasSize(48);
        }
    }

    @Test
    void closingUnderLoadLeavesNoThread() throws InterruptedException {
        Set<Thread> before = threads();
        RunningApi api = RunningApi.at(Site.CHINA);
        URI endpoint = api.endpoint();
        byte[] request = api.request(LIST, "{}").sign().bytes();
        CountDownLatch running = new CountDownLatch(20);
        List<Thread> callers = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            callers.add(new Thread(() -> {
                while (Response.to(endpoint, request).isPresent()) {
                    running.countDown();
                }
            }));
        }
        callers.forEach(Thread::start);
        assertThat(running.await(10, TimeUnit.SECONDS)).isTrue();

        api.close();
        api.close();

        for (Thread caller : callers) {
            caller.join();
        }
        for (Thread thread : threads()) {
            if (!before.contains(thread)) {
                thread.join(5000); // the JDK's own end a moment after its server
                assertThat(thread.isAlive()).as(thread.getName()).isFalse();
            }
        }
        assertThatThrownBy(() -> connect(endpoint)).isInstanceOf(IOException.class);
    }

    @Test
    void closingDoesNotWaitForAnIncompleteRequest() throws IOException {
        RunningApi api = RunningApi.at(Site.CHINA);
        try (RawHttpConnection connection = RawHttpConnection.to(api.endpoint())) {
            String head = "POST / HTTP/1.1\r\nHost: localhost\r\nExpect: 100-continue\r\nContent-Length: 9\r\n\r\n";
            connection.send(head.getBytes(ISO_8859_1));
            assertThat(Response.of(connection.response()))
                    .satisfies(response -> assertThat(response.status()).isEqualTo(100));
            connection.send("half".getBytes(ISO_8859_1));
            long begin = System.nanoTime();
            api.close();
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(4));
            assertThat(connection.isClosedByServer()).isTrue();
        }
    }

    @Test
    void aRequestThatTimesOutIsCut() throws Exception {
        Account account = new Account(Site.CHINA, SettableClock.at(RunningApi.START), () -> Duration.ZERO);
        ApiSettings settings = settings(RunningApi.SECRET_ID, RunningApi.SECRET_KEY, 0);
        try (ApiServer server = ApiServer.start(settings, account, stream -> List.of(), Duration.ofMillis(50));
                Socket socket = connect(server.endpoint())) {
            socket.getOutputStream()
                    .write("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9\r\n\r\nhalf".getBytes(ISO_8859_1));
            assertThat(isCut(socket)).isTrue();
        }
    }

    @Test
    void aPortInUseIsReported() {
        try (RunningApi api = RunningApi.at(Site.CHINA)) {
            Account account = new Account(Site.CHINA, Clock.systemUTC(), () -> Duration.ZERO);
            int port = api.endpoint().getPort();
            ApiSettings settings = settings("AKIDsome", "key", port);
            assertThatThrownBy(() -> ApiServer.start(settings, account, stream -> List.of()))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining("cannot listen on 127.0.0.1 port " + port);
        }
    }

    @Test
    void invalidSettingsAreRejectedWithoutTheirSecrets() {
        assertThat(settings("AKIDsome", "secretKey", 0)).asString().doesNotContain("secretKey");
        for (String id : List.of("", "a b", "a/b", "a,b", "ä", "a".repeat(129))) {
            assertThatThrownBy(() -> settings(id, "key", 0))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("SecretId");
        }
        assertThatThrownBy(() -> settings("AKIDsome", " ", 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("SecretKey");
    }

    private static ApiSettings settings(String secretId, String secretKey, int port) {
        return new ApiSettings(
                Site.CHINA, secretId, secretKey, null, port, Clock.systemUTC(), RequestRates.off(), System::nanoTime);
    }

    /** Ended without a response, in one way or the other; a time-out is none. */
    private static boolean isCut(Socket socket) throws IOException {
        try {
            return socket.getInputStream().read() < 0;
        } catch (SocketException e) {
            return true;
        }
    }

    private static Socket connect(URI server) throws IOException {
        Socket socket = new Socket(server.getHost(), server.getPort());
        socket.setSoTimeout(5000);
        return socket;
    }

    private static Set<Thread> threads() {
        return Thread.getAllStackTraces().keySet().stream().collect(Collectors.toSet());
    }
}
