package io.github.csscallback.testkit.internal.api;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.csscallback.core.template.Site;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Signed requests on the wire, right ones and ones that somebody changed on the way. */
class SignatureTest {

    private static final String LIST = "DescribeLiveCallbackTemplates";

    private static final RunningApi api = RunningApi.at(Site.CHINA);

    @AfterAll
    static void close() {
        api.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "application/json; charset=utf-8",
                "application/json;charset=UTF-8",
                "APPLICATION/JSON; Charset=\"utf-8\""
            })
    void everyFormOfTheContentTypeIsAccepted(String contentType) {
        assertThat(api.send(api.request(LIST, "{}")
                        .header("Content-Type", contentType)
                        .sign()))
                .satisfies(SignatureTest::isSuccess);
    }

    @Test
    void theServiceNameOfTheOfficialClientIsAccepted() {
        assertThat(api.send(api.request(LIST, "{}").service("127").sign())).satisfies(SignatureTest::isSuccess);
        String local = "localhost:" + api.endpoint().getPort();
        assertThat(api.send(api.request(LIST, "{}")
                        .header("Host", local)
                        .service(local)
                        .sign()))
                .satisfies(SignatureTest::isSuccess);
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "LocalHost:80", "live.localhost:8080", "127.1.2.3", "[::1]", "[::1]:8080"})
    void everyNameOfThisMachineIsAccepted(String host) {
        assertThat(api.send(api.request(LIST, "{}").header("Host", host).sign()))
                .satisfies(SignatureTest::isSuccess);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1:8080",
                "live.tencentcloudapi.com",
                "live.tencentcloudapi.com:80",
                "live.intl.tencentcloudapi.com",
                "live.ap-shanghai-fsi.tencentcloudapi.com"
            })
    void anAbsoluteUriMayNameTheService(String host) {
        assertThat(api.send(api.request(LIST, "{}")
                        .header("Host", host)
                        .line("POST http://" + host + "/ HTTP/1.1")
                        .sign()))
                .satisfies(SignatureTest::isSuccess);
    }

    @Test
    void moreHeadersMayBeSigned() {
        assertThat(api.send(api.request(LIST, "{}")
                        .header("X-TC-Region", "ap-guangzhou")
                        .header("X-TC-Language", "zh-CN")
                        .signing("content-type", "host", "x-tc-action", "x-tc-language", "x-tc-region", "x-tc-version")
                        .sign()))
                .satisfies(SignatureTest::isSuccess);
    }

    @Test
    void aSignedHeaderOutsideAsciiIsReadAsUtf8() {
        assertThat(api.send(api.request(LIST, "{}")
                        // The wire carries UTF-8; the head is written byte by byte.
                        .header("X-TC-RequestClient", "Ä直播")
                        .signing("content-type", "host", "x-tc-requestclient")
                        .sign()
                        .header("X-TC-RequestClient", new String("Ä直播".getBytes(UTF_8), ISO_8859_1))))
                .satisfies(SignatureTest::isSuccess);
    }

    @Test
    void theBodyMayBeLeftOutOfTheSignature() {
        SignedRequest request = api.request(LIST, "{}")
                .header("X-TC-Content-SHA256", "UNSIGNED-PAYLOAD")
                .sign();

        assertThat(api.send(request)).satisfies(SignatureTest::isSuccess);
        assertThat(api.send(request.body("{ }".getBytes(ISO_8859_1)))).satisfies(SignatureTest::isSuccess);
        assertThat(api.send(request.without("X-TC-Content-SHA256")).code()).isEqualTo("AuthFailure.SignatureFailure");
    }

    @ParameterizedTest
    @ValueSource(longs = {-300, -1, 0, 1, 300})
    void aTimestampWithinFiveMinutesIsAccepted(long seconds) {
        assertThat(api.send(at(seconds).sign())).satisfies(SignatureTest::isSuccess);
    }

    @ParameterizedTest
    @ValueSource(longs = {-86_400, -301, 301, 86_400})
    void aTimestampBeyondFiveMinutesIsRejected(long seconds) {
        Response response = api.send(at(seconds).sign());

        assertThat(response.code()).isEqualTo("AuthFailure.SignatureExpire");
        assertThat(response.message()).contains(Math.abs(seconds) + " seconds from the server's time");
    }

    private static SignedRequest at(long seconds) {
        long time = RunningApi.NOW.plus(Duration.ofSeconds(seconds)).getEpochSecond();
        return api.request(LIST, "{}").header("X-TC-Timestamp", Long.toString(time));
    }

    @Test
    void theDateOfBeijingIsNotTheDateOfTheScope() {
        SignedRequest request =
                api.request(LIST, "{}").sign().authorization(text -> text.replace("2026-11-23", "2026-11-24"));

        Response response = api.send(request);

        assertThat(response.code()).isEqualTo("AuthFailure.SignatureFailure");
        assertThat(response.message()).contains("date of x-tc-timestamp in UTC");
    }

    @Test
    void temporaryCredentialsNeedTheirToken() {
        try (RunningApi temporary = RunningApi.with(Site.CHINA, "madeUpToken", RequestRates.off())) {
            SignedRequest request = temporary.request(LIST, "{}").sign();

            assertThat(temporary.send(request).code()).isEqualTo("AuthFailure.TokenFailure");
            request.header("X-TC-Token", "anotherToken");
            assertThat(temporary.send(request).code()).isEqualTo("AuthFailure.TokenFailure");
            request.header("X-TC-Token", "madeUpToken");
            assertThat(temporary.send(request)).satisfies(SignatureTest::isSuccess);
        }
    }

    @Test
    void permanentCredentialsHaveNoToken() {
        assertThat(api.send(api.request(LIST, "{}")
                                .header("X-TC-Token", "stray")
                                .sign())
                        .code())
                .isEqualTo("AuthFailure.TokenFailure");
        assertThat(api.send(api.request(LIST, "{}").header("X-TC-Token", "").sign()))
                .satisfies(SignatureTest::isSuccess);
    }

    private static void isSuccess(Response response) {
        assertThat(response.status()).isEqualTo(200);
        assertThat(response.code()).as(response.message()).isEmpty();
        assertThat(response.response().path("RequestId").asText()).matches("[0-9a-f-]{36}");
    }
}
