package io.github.csscallback.testkit.internal.api;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.csscallback.core.template.Site;
import io.github.csscallback.testkit.internal.account.Template;
import io.github.csscallback.testkit.internal.account.TemplateFields;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Signed requests on the wire, right ones and ones that somebody changed on the way. */
class SignatureTest {

    private static final String LIST = "DescribeLiveCallbackTemplates";
    private static final String CHANGE = "{\"TemplateId\":100001,\"Description\":\"more\"}";

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
    void everyFormOfTheContentTypeIsTaken(String contentType) {
        assertThat(api.send(api.request(LIST, "{}")
                        .header("Content-Type", contentType)
                        .sign()))
                .satisfies(SignatureTest::isSuccess);
    }

    @Test
    void theServiceMayBeWhatTheOfficialClientTakesForIt() {
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
    void everyNameOfThisMachineIsTaken(String host) {
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
    void aWholeAddressInTheRequestLineMayNameTheService(String host) {
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
    void aSignedHeaderOutsideAsciiIsTakenAsUtf8() {
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
    void aTimeWithinFiveMinutesIsTaken(long seconds) {
        assertThat(api.send(at(seconds).sign())).satisfies(SignatureTest::isSuccess);
    }

    @ParameterizedTest
    @ValueSource(longs = {-86_400, -301, 301, 86_400})
    void aTimeBeyondFiveMinutesIsRefused(long seconds) {
        Reply reply = api.send(at(seconds).sign());

        assertThat(reply.code()).isEqualTo("AuthFailure.SignatureExpire");
        assertThat(reply.message()).contains(Math.abs(seconds) + " seconds from the server's time");
    }

    private static SignedRequest at(long seconds) {
        long time = RunningApi.NOW.plus(Duration.ofSeconds(seconds)).getEpochSecond();
        return api.request(LIST, "{}").header("X-TC-Timestamp", Long.toString(time));
    }

    @Test
    void theDateOfBeijingIsNotTheDateOfTheScope() {
        SignedRequest request =
                api.request(LIST, "{}").sign().authorization(text -> text.replace("2026-11-23", "2026-11-24"));

        Reply reply = api.send(request);

        assertThat(reply.code()).isEqualTo("AuthFailure.SignatureFailure");
        assertThat(reply.message()).contains("date of x-tc-timestamp in UTC");
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

    /**
     * Every bit of every byte of a request, one at a time. What is signed, and what says how it is signed, must be refused
     * when it is not what was sent. Of the rest, such as white space around a value, the request may mean the same as
     * before; then it must do just what it would have done.
     */
    @Test
    void oneFlippedBitAnywhereIsRefused() {
        try (RunningApi own = RunningApi.at(Site.CHINA)) {
            RefusalChecks.prepare(own);
            SignedRequest request = own.request("ModifyLiveCallbackTemplate", CHANGE)
                    .signing("content-type", "host", "x-tc-action")
                    .sign();
            String head = request.head();
            byte[] good = request.bytes();
            Template before = own.account.template(100_001);
            TemplateFields back = new TemplateFields(Map.of("Description", ""), null);
            int refused = 0;
            for (int position = 0; position < good.length; position++) {
                for (int bit = 0; bit < Byte.SIZE; bit++) {
                    byte[] bad = good.clone();
                    bad[position] ^= (byte) (1 << bit);
                    boolean taken = Wire.send(own.endpoint(), bad)
                            .map(reply -> reply.status() == 200 && reply.code().isEmpty())
                            .orElse(false);
                    String where = "bit " + bit + " flipped at the end of "
                            + new String(good, Math.max(0, position - 20), Math.min(20, position) + 1, ISO_8859_1);
                    if (mustBeRefused(head, position, bit)) {
                        assertThat(taken).as(where).isFalse();
                        refused++;
                    }
                    if (taken) {
                        assertThat(own.account.template(100_001).fields().texts())
                                .as(where)
                                .containsEntry("Description", "more");
                        own.account.modify(100_001, back);
                    }
                    assertThat(own.account.template(100_001)).as(where).isEqualTo(before);
                }
            }
            assertThat(refused).isGreaterThan(2_900);
            assertThat(Wire.send(own.endpoint(), good)).hasValueSatisfying(SignatureTest::isSuccess);
        }
    }

    /** All but request line, Content-Length and what separates; case does not matter in names, nor is it signed in values. */
    private static boolean mustBeRefused(String head, int position, int bit) {
        if (position >= head.length()) {
            return true;
        }
        int begin = head.lastIndexOf('\n', position - 1) + 1;
        int colon = head.indexOf(':', begin);
        int end = head.indexOf('\r', begin);
        if (begin == 0 || head.startsWith("Content-Length", begin) || position >= end || colon < 0) {
            return false;
        }
        if (position == colon || position == colon + 1) {
            return false;
        }
        String name = head.substring(begin, colon);
        boolean caseMatters = position > colon && !name.equals("Host") && !name.equals("Content-Type");
        return caseMatters || bit != 5 || !Character.isLetter(head.charAt(position));
    }

    private static void isSuccess(Reply reply) {
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.code()).as(reply.message()).isEmpty();
        assertThat(reply.response().path("RequestId").asText()).matches("[0-9a-f-]{36}");
    }
}
