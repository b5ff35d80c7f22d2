package io.github.csscallback.client;

import static io.github.csscallback.client.support.StubbedService.error;
import static io.github.csscallback.client.support.StubbedService.ok;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import io.github.csscallback.client.credentials.Credentials;
import io.github.csscallback.client.credentials.CredentialsProvider;
import io.github.csscallback.client.error.CssApiException;
import io.github.csscallback.client.error.ErrorKind;
import io.github.csscallback.client.retry.Retry;
import io.github.csscallback.client.retry.RetryPolicy;
import io.github.csscallback.client.support.StubbedService;
import io.github.csscallback.core.event.EventType;
import io.github.csscallback.core.signature.CallbackKey;
import io.github.csscallback.core.template.TemplateSpec;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetryTest {

    private static final String CREATE = "CreateLiveCallbackTemplate";
    private static final String DELETE = "DeleteLiveCallbackTemplate";
    private static final String LIST = "DescribeLiveCallbackTemplates";

    private static final TemplateSpec SPEC = TemplateSpec.named("shop")
            .notifyUrl(EventType.RECORD, URI.create("https://h/css"))
            .callbackKey(CallbackKey.of("k1"))
            .build();

    @RegisterExtension
    static final StubbedService SERVICE = new StubbedService();

    private static CssApiException failureOf(Runnable call) {
        return catchThrowableOfType(CssApiException.class, call::run);
    }

    private static List<Retry.Reason> reasons() {
        return SERVICE.retries().stream().map(Retry::reason).toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "RequestLimitExceeded",
                "RequestLimitExceeded.UinLimitExceeded",
                "RequestLimitExceeded.GlobalRegionUinLimitExceeded",
                "RequestLimitExceeded.IPLimitExceeded"
            })
    void aRateLimitIsWaitedOutEvenForACreate(String code) {
        SERVICE.respondsTo(CREATE, error(code), error(code), ok("\"TemplateId\":5"));

        assertThat(SERVICE.client().createTemplate(SPEC).id()).isEqualTo(5);

        assertThat(SERVICE.count(CREATE)).isEqualTo(3);
        assertThat(reasons()).containsExactly(Retry.Reason.RATE_LIMITED, Retry.Reason.RATE_LIMITED);
        assertThat(SERVICE.sleeper().sleeps()).allMatch(delay -> delay.compareTo(Duration.ofSeconds(1)) >= 0);
        assertThat(SERVICE.retries().get(1).attempt()).isEqualTo(2);
        assertThat(SERVICE.retries().get(0).failure().code()).isEqualTo(code);
    }

    @Test
    void everyAttemptIsSignedAnew() {
        SERVICE.respondsTo(LIST, error("RequestLimitExceeded"), ok(""));

        SERVICE.client().listTemplates();

        var requests = SERVICE.requests(LIST);
        requests.forEach(
                request -> StubbedService.assertSigned(request, StubbedService.SECRET_ID, StubbedService.SECRET_KEY));
        assertThat(requests.get(0).getHeader("X-TC-Timestamp"))
                .isNotEqualTo(requests.get(1).getHeader("X-TC-Timestamp"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "InternalError",
                "InternalError.DBError",
                "InternalError.SystemError",
                "FailedOperation.CallOtherSvrFailed",
                "ResourceUnavailable",
                "ServiceUnavailable"
            })
    void aPassingTroubleIsTriedAFewTimesByReads(String code) {
        SERVICE.respondsTo(LIST, error(code));

        CssApiException failure = failureOf(() -> SERVICE.client().listTemplates());

        assertThat(failure.kind()).isEqualTo(ErrorKind.UNAVAILABLE);
        assertThat(SERVICE.count(LIST)).isEqualTo(4);
        assertThat(reasons()).containsOnly(Retry.Reason.HARMLESS_TO_REPEAT).hasSize(3);
        assertThat(SERVICE.sleeper().slept()).isLessThanOrEqualTo(Duration.ofMillis(250 + 500 + 1000));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "InternalError.ConfNotFound",
                "InternalError.NobodyKnows",
                "FailedOperation",
                "LimitExceeded",
                "InvalidParameterValue",
                "ResourceNotFound.StopService",
                "AuthFailure.SignatureFailure",
                "New.Code"
            })
    void aBusinessResponseIsNeverTriedAgain(String code) {
        SERVICE.respondsTo(LIST, error(code), ok(""));
        SERVICE.respondsTo(DELETE, error(code), ok(""));
        SERVICE.respondsTo(CREATE, error(code), ok("\"TemplateId\":5"));

        assertThat(failureOf(() -> SERVICE.client().listTemplates()).code()).isEqualTo(code);
        assertThat(failureOf(() -> SERVICE.client().deleteTemplate(1)).code()).isEqualTo(code);
        assertThat(failureOf(() -> SERVICE.client().createTemplate(SPEC)).code())
                .contains(code);

        assertThat(SERVICE.count()).isEqualTo(3);
        assertThat(SERVICE.retries()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 504, 408, 429})
    void aReadIsTriedAgainAfterAGatewaysTrouble(int status) {
        SERVICE.respondsTo(LIST, WireMock.aResponse().withStatus(status).withBody("<html>"), ok(""));

        assertThat(SERVICE.client().listTemplates()).isEmpty();
        assertThat(SERVICE.count(LIST)).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 307, 400, 403, 404, 407})
    void aRejectionByAProxyIsFinalAndRedirectsAreNotFollowed(int status) {
        ResponseDefinitionBuilder response = WireMock.aResponse()
                .withStatus(status)
                .withHeader("Location", SERVICE.uri() + "elsewhere")
                .withBody("no");
        SERVICE.respondsTo(LIST, response);
        SERVICE.respondsTo(CREATE, response);

        for (CssApiException failure : List.of(
                failureOf(() -> SERVICE.client().listTemplates()),
                failureOf(() -> SERVICE.client().createTemplate(SPEC)))) {
            assertThat(failure.kind()).isEqualTo(ErrorKind.BAD_RESPONSE);
            assertThat(failure.httpStatus()).isEqualTo(status);
        }
        assertThat(SERVICE.count()).isEqualTo(2);
    }

    @Test
    void aConnectionThatDoesNotComeAboutIsTriedAgainByAllActions() throws Exception {
        int unused;
        try (ServerSocket socket = new ServerSocket(0)) {
            unused = socket.getLocalPort();
        }
        try (CssCallbackClient client = SERVICE.builder()
                .endpoint(Endpoint.of(URI.create("http://127.0.0.1:" + unused)))
                .build()) {
            CssApiException failure = failureOf(() -> client.createTemplate(SPEC));

            assertThat(failure.kind()).isEqualTo(ErrorKind.NOT_CONNECTED);
            assertThat(failure.httpStatus()).isNull();
            assertThat(reasons()).containsOnly(Retry.Reason.NOTHING_SENT).hasSize(3);
        }
    }

    @Test
    void attemptsAreBoundedInTime() {
        SERVICE.respondsTo(LIST, error("RequestLimitExceeded"));
        RetryPolicy policy = new RetryPolicy(100, Duration.ofSeconds(4), Duration.ofSeconds(4), Duration.ofSeconds(10));
        try (CssCallbackClient client = SERVICE.builder().retryPolicy(policy).build()) {
            failureOf(client::listTemplates);
        }
        assertThat(SERVICE.sleeper().slept()).isBetween(Duration.ofSeconds(5), Duration.ofSeconds(10));
        assertThat(SERVICE.count(LIST)).isBetween(3, 4);
    }

    @Test
    void aPolicyOfOneAttemptNeverTriesAgain() {
        SERVICE.respondsTo(LIST, error("RequestLimitExceeded"));
        try (CssCallbackClient client =
                SERVICE.builder().retryPolicy(RetryPolicy.none()).build()) {
            assertThat(failureOf(client::listTemplates).kind()).isEqualTo(ErrorKind.RATE_LIMITED);
        }
        assertThat(SERVICE.count(LIST)).isEqualTo(1);
    }

    @Test
    void aListenerThatThrowsDoesNotFailTheCall() {
        SERVICE.respondsTo(LIST, error("RequestLimitExceeded"), ok(""));
        try (CssCallbackClient client = SERVICE.builder()
                .retryListener(retry -> {
                    throw new IllegalStateException("listener");
                })
                .build()) {
            assertThat(client.listTemplates()).isEmpty();
        }
    }

    @Test
    void aWrongClockIsCorrectedOnceByTheDateOfTheResponseAndTheCorrectionKept() {
        Instant server = StubbedService.NOW.plus(Duration.ofHours(3));
        SERVICE.respondsTo(
                CREATE,
                error("AuthFailure.SignatureExpire").withHeader("Date", "Tue, 24 Nov 2026 07:00:00 GMT"),
                ok("\"TemplateId\":5"));
        SERVICE.respondsTo(LIST, ok(""));

        SERVICE.client().createTemplate(SPEC);
        SERVICE.client().listTemplates();

        assertThat(reasons()).containsExactly(Retry.Reason.CLOCK_CORRECTED);
        assertThat(SERVICE.sleeper().sleeps()).isEmpty();
        String corrected = Long.toString(server.getEpochSecond());
        assertThat(SERVICE.requests(CREATE).get(1).getHeader("X-TC-Timestamp")).isEqualTo(corrected);
        assertThat(SERVICE.request(LIST).getHeader("X-TC-Timestamp")).isEqualTo(corrected);
    }

    @Test
    void aClockThatIsStillWrongAfterOneCorrectionIsSaidToBe() {
        SERVICE.respondsTo(
                LIST, error("AuthFailure.SignatureExpire").withHeader("Date", "Tue, 24 Nov 2026 07:00:00 GMT"));

        CssApiException failure = failureOf(() -> SERVICE.client().listTemplates());

        assertThat(failure.kind()).isEqualTo(ErrorKind.CLOCK_SKEW);
        assertThat(failure).hasMessageContaining("clock is more than 5 minutes");
        assertThat(SERVICE.count(LIST)).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yesterday"})
    void withoutAReadableDateAWrongClockIsNotCorrected(String date) {
        SERVICE.respondsTo(LIST, error("AuthFailure.SignatureExpire").withHeader("Date", date));

        assertThat(failureOf(() -> SERVICE.client().listTemplates()).kind()).isEqualTo(ErrorKind.CLOCK_SKEW);
        assertThat(SERVICE.count(LIST)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"AuthFailure.TokenFailure", "AuthFailure.SecretIdNotFound"})
    void rejectedTemporaryCredentialsAreRenewedOnce(String code) {
        SERVICE.respondsTo(CREATE, error(code), ok("\"TemplateId\":5"));
        Renewable renewable = new Renewable("AKIDold", "AKIDnew");
        try (CssCallbackClient client = SERVICE.builder().credentials(renewable).build()) {
            assertThat(client.createTemplate(SPEC).id()).isEqualTo(5);
        }
        assertThat(renewable.rejected).extracting(Credentials::secretId).containsExactly("AKIDold");
        assertThat(reasons()).containsExactly(Retry.Reason.CREDENTIALS_RENEWED);
        assertThat(SERVICE.requests(CREATE).get(1).getHeader("Authorization")).contains("AKIDnew");
        assertThat(SERVICE.requests(CREATE).get(1).getHeader("X-TC-Token")).isEqualTo("tokenOfAKIDnew");
    }

    @Test
    void credentialsThatAreRejectedAgainOrStayTheSameEndTheCall() {
        SERVICE.respondsTo(LIST, error("AuthFailure.TokenFailure"));
        try (CssCallbackClient client = SERVICE.builder()
                .credentials(new Renewable("AKIDold", "AKIDnew", "AKIDnewer"))
                .build()) {
            assertThat(failureOf(client::listTemplates).kind()).isEqualTo(ErrorKind.UNAUTHENTICATED);
        }
        assertThat(SERVICE.count(LIST)).isEqualTo(2);
        try (CssCallbackClient client =
                SERVICE.builder().credentials(new Renewable("AKIDold")).build()) {
            failureOf(client::listTemplates);
        }
        assertThat(SERVICE.count(LIST)).isEqualTo(3);
    }

    @Test
    void permanentCredentialsThatAreRejectedEndTheCall() {
        SERVICE.respondsTo(LIST, error("AuthFailure.SecretIdNotFound"));

        assertThatExceptionOfType(CssApiException.class)
                .isThrownBy(() -> SERVICE.client().listTemplates())
                .withMessageContaining("check secret id");
        assertThat(SERVICE.count(LIST)).isEqualTo(1);
    }

    /** Temporary credentials that change when they are rejected. */
    private static final class Renewable implements CredentialsProvider {

        private final Queue<String> ids;
        private final List<Credentials> rejected = new ArrayList<>();

        Renewable(String... ids) {
            this.ids = new ArrayDeque<>(List.of(ids));
        }

        @Override
        public Credentials get() {
            return Credentials.temporary(ids.element(), "key", "tokenOf" + ids.element());
        }

        @Override
        public void invalidate(Credentials credentials) {
            rejected.add(credentials);
            if (ids.size() > 1) {
                ids.remove();
            }
        }
    }
}
