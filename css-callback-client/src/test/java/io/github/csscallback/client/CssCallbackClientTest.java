package io.github.csscallback.client;

import static io.github.csscallback.client.support.StubbedService.json;
import static io.github.csscallback.client.support.StubbedService.ok;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.csscallback.client.credentials.Credentials;
import io.github.csscallback.client.credentials.CredentialsException;
import io.github.csscallback.client.credentials.CredentialsProvider;
import io.github.csscallback.client.error.CssApiException;
import io.github.csscallback.client.error.ErrorKind;
import io.github.csscallback.client.retry.RetryPolicy;
import io.github.csscallback.client.support.StubbedService;
import io.github.csscallback.core.template.Site;
import java.net.Authenticator;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CssCallbackClientTest {

    private static final String LIST = "DescribeLiveCallbackTemplates";

    @RegisterExtension
    static final StubbedService SERVICE = new StubbedService();

    @Test
    void credentialsAndSiteMustBeGiven() {
        assertThatIllegalStateException()
                .isThrownBy(() -> CssCallbackClient.builder().site(Site.CHINA).build())
                .withMessageContaining("credentials missing");
        assertThatIllegalStateException()
                .isThrownBy(() -> CssCallbackClient.builder()
                        .credentials(() -> {
                            throw new AssertionError("asked too early");
                        })
                        .build())
                .withMessageContaining("site missing");
    }

    @Test
    void theConfigurationCanBeReadBackAndPrintedWithoutCredentials() {
        RetryPolicy twice = new RetryPolicy(2, Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(9));
        try (CssCallbackClient client = CssCallbackClient.builder()
                .credentials(CredentialsProvider.of(Credentials.of("AKIDmadeUp", "madeUpKey")))
                .site(Site.INTERNATIONAL)
                .timeout(Duration.ofSeconds(7))
                .retryPolicy(twice)
                .build()) {
            assertThat(client.site()).isEqualTo(Site.INTERNATIONAL);
            assertThat(client.endpoint()).isEqualTo(Endpoint.of(Site.INTERNATIONAL));
            assertThat(client.timeout()).isEqualTo(Duration.ofSeconds(7));
            assertThat(client.retryPolicy()).isEqualTo(twice);
            assertThat(client.toString())
                    .contains("INTERNATIONAL", "timeout=PT7S", "attempts=2")
                    .doesNotContain("AKIDmadeUp", "madeUpKey");
        }
    }

    @Test
    void aClientOfTheUsersThatFollowsRedirectsIsRejected() {
        for (HttpClient.Redirect redirect : List.of(HttpClient.Redirect.NORMAL, HttpClient.Redirect.ALWAYS)) {
            HttpClient client =
                    HttpClient.newBuilder().followRedirects(redirect).build();
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> CssCallbackClient.builder().httpClient(client))
                    .withMessageContaining("follows redirects");
        }
    }

    @Test
    void aClientOfTheUsersThatWouldLoseTheAuthorizationHeaderIsRejected() {
        HttpClient client =
                HttpClient.newBuilder().authenticator(new Authenticator() {}).build();
        if (Runtime.version().feature() < 24) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> CssCallbackClient.builder().httpClient(client))
                    .withMessageContaining("Authenticator");
        } else {
            assertThat(CssCallbackClient.builder().httpClient(client)).isNotNull();
        }
    }

    @Test
    void aClientOfTheUsersIsUsedOverHttp11AndNotClosed() throws Exception {
        SERVICE.respondsTo(LIST, ok(""));
        List<Runnable> tasks = new ArrayList<>();
        HttpClient users = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_2)
                .executor(task -> {
                    tasks.add(task);
                    new Thread(task).start();
                })
                .build();
        try (CssCallbackClient client = SERVICE.builder().httpClient(users).build()) {
            client.listTemplates();
        }
        assertThat(tasks).isNotEmpty();
        assertThat(SERVICE.request(LIST).getProtocol()).isEqualTo("HTTP/1.1");
        assertThat(SERVICE.request(LIST).containsHeader("Upgrade")).isFalse();
        assertThat(users.send(
                                java.net.http.HttpRequest.newBuilder(SERVICE.uri())
                                        .build(),
                                java.net.http.HttpResponse.BodyHandlers.discarding())
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void aTimeOutMustBeMoreThanZero() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CssCallbackClient.builder().timeout(Duration.ZERO));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CssCallbackClient.builder().timeout(Duration.ofSeconds(-1)));
    }

    @Test
    void aClosedClientRejectsCalls() {
        SERVICE.client().close();

        assertThatIllegalStateException()
                .isThrownBy(() -> SERVICE.client().listTemplates())
                .withMessageContaining("closed");
        assertThat(SERVICE.count()).isZero();
    }

    @RepeatedTest(50)
    void closingCancelsACallThatRuns() throws Exception {
        SERVICE.respondsTo(LIST, ok("").withFixedDelay(20_000));
        CssCallbackClient client =
                SERVICE.builder().retryPolicy(RetryPolicy.none()).build();
        CompletableFuture<List<?>> call = CompletableFuture.supplyAsync(client::listTemplates);
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (!call.isDone() && System.nanoTime() < deadline) {
            client.close();
        }

        assertThatExceptionOfType(ExecutionException.class)
                .isThrownBy(() -> call.get(10, TimeUnit.SECONDS))
                .withCauseInstanceOf(RuntimeException.class)
                .withMessageContaining("closed");
    }

    @Test
    void anInterruptedCallEndsAndTheThreadStaysInterrupted() {
        SERVICE.respondsTo(LIST, ok("").withFixedDelay(20_000));
        Thread.currentThread().interrupt();
        try {
            assertThatExceptionOfType(CssApiException.class)
                    .isThrownBy(() -> SERVICE.client().listTemplates())
                    .satisfies(e -> assertThat(e.kind()).isEqualTo(ErrorKind.INTERRUPTED));
            assertThat(Thread.currentThread().isInterrupted()).isTrue();
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void anInterruptWhileWaitingForARetryEndsTheCall() {
        SERVICE.respondsTo(LIST, StubbedService.error("RequestLimitExceeded"));
        try (CssCallbackClient client = SERVICE.builder()
                .sleeper(duration -> {
                    throw new InterruptedException();
                })
                .build()) {
            assertThatExceptionOfType(CssApiException.class)
                    .isThrownBy(client::listTemplates)
                    .satisfies(e -> assertThat(e.kind()).isEqualTo(ErrorKind.INTERRUPTED));
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
        assertThat(SERVICE.count()).isEqualTo(1);
    }

    @Test
    void manyThreadsMayShareAClient() throws Exception {
        SERVICE.respondsTo(LIST, ok("\"Templates\":[{\"TemplateId\":1}]"));
        CountDownLatch go = new CountDownLatch(1);
        List<CompletableFuture<Integer>> calls = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            calls.add(CompletableFuture.supplyAsync(() -> {
                try {
                    go.await();
                    return SERVICE.client().listTemplates().size();
                } catch (InterruptedException e) {
                    throw new CompletionException(e);
                }
            }));
        }
        go.countDown();
        for (CompletableFuture<Integer> call : calls) {
            assertThat(call.get(30, TimeUnit.SECONDS)).isEqualTo(1);
        }
        assertThat(SERVICE.count(LIST)).isEqualTo(8);
    }

    @Test
    void missingCredentialsAreSaidWithWhatWasLookedFor() {
        try (CssCallbackClient client = SERVICE.builder()
                .credentials(() -> {
                    throw CredentialsException.absent("no credentials found; looked in: here; there");
                })
                .build()) {
            assertThatExceptionOfType(CssApiException.class)
                    .isThrownBy(client::listTemplates)
                    .withMessageContaining("looked in: here; there")
                    .satisfies(e -> assertThat(e.kind()).isEqualTo(ErrorKind.NO_CREDENTIALS));
        }
        assertThat(SERVICE.count()).isZero();
    }

    @Test
    void anyActionCanBeCalledByName() {
        SERVICE.respondsTo("DescribeLiveDomains", ok("\"AllCount\":1,\"DomainList\":[{\"Name\":\"直\"}]"));
        String parameters = "{ \"DomainType\" : 0,\n\"DomainPrefix\":\"直\" }";

        assertThat(SERVICE.client().call("DescribeLiveDomains", parameters))
                .isEqualTo("{\"AllCount\":1,\"DomainList\":[{\"Name\":\"直\"}],\"RequestId\":\"req-1\"}");
        assertThat(SERVICE.signedBody("DescribeLiveDomains")).isEqualTo(parameters);
    }

    @Test
    void anActionOfUnknownNatureIsNotSentTwice() {
        SERVICE.respondsTo("ForbidLiveStream", json("<html>"));

        assertThatExceptionOfType(CssApiException.class)
                .isThrownBy(() -> SERVICE.client().call("ForbidLiveStream", "{}"))
                .satisfies(e -> assertThat(e.kind()).isEqualTo(ErrorKind.OUTCOME_UNKNOWN));
        assertThat(SERVICE.count("ForbidLiveStream")).isEqualTo(1);
    }

    @Test
    void anUnknownReadIsTriedAgain() {
        SERVICE.respondsTo("DescribeLiveStreamEventList", StubbedService.error("FailedOperation"), ok(""));

        SERVICE.client().call("DescribeLiveStreamEventList", "{}");

        assertThat(SERVICE.count("DescribeLiveStreamEventList")).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "A\r\nX: y", "Ä"})
    void anActionMustBeAName(String action) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SERVICE.client().call(action, "{}"))
                .withMessageContaining("letters and digits");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{\"secret\":", "{} {}"})
    void parametersMustBeOneObjectAndAreNotShown(String parameters) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SERVICE.client().call("DescribeX", parameters))
                .withMessageContaining("not one JSON object")
                .withMessageNotContaining("secret");
        assertThat(SERVICE.count()).isZero();
    }

    @Test
    void nothingIsAskedToBeCompressed() {
        SERVICE.respondsTo(LIST, ok(""));

        SERVICE.client().listTemplates();

        assertThat(SERVICE.request(LIST).containsHeader("Accept-Encoding")).isFalse();
    }
}
