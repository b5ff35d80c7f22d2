package io.github.csscallback.client;

import static io.github.csscallback.client.support.StubbedService.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.http.Fault;
import io.github.csscallback.client.error.CssApiException;
import io.github.csscallback.client.error.ErrorKind;
import io.github.csscallback.client.retry.RetryPolicy;
import io.github.csscallback.client.support.Actions;
import io.github.csscallback.client.support.StubbedService;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class FaultTest {

    @RegisterExtension
    static final StubbedService SERVICE = new StubbedService();

    private static final RetryPolicy TWICE =
            new RetryPolicy(2, Duration.ofMillis(1), Duration.ofMillis(1), Duration.ofSeconds(60));

    private static CssApiException failure(CssCallbackClient client, Actions action) {
        return catchThrowableOfType(CssApiException.class, () -> action.call(client));
    }

    static Stream<Arguments> everyFaultOfEveryAction() {
        return Stream.of(Actions.values())
                .flatMap(action -> Stream.of(Fault.values()).map(fault -> arguments(action, fault)));
    }

    @ParameterizedTest
    @MethodSource("everyFaultOfEveryAction")
    void aBrokenResponseEndsInItsErrorAndNeverInASecondCreate(Actions action, Fault fault) {
        SERVICE.respondsTo(action.name(), WireMock.aResponse().withFault(fault));
        try (CssCallbackClient client = SERVICE.builder().retryPolicy(TWICE).build()) {
            CssApiException failure = failure(client, action);

            assertThat(failure.kind())
                    .isIn(
                            action.isRead()
                                    ? new ErrorKind[] {ErrorKind.CONNECTION_LOST, ErrorKind.BAD_RESPONSE}
                                    : new ErrorKind[] {ErrorKind.OUTCOME_UNKNOWN});
            assertThat(failure).hasMessageMatching("(?s).*(connection broke|is not (a )?JSON|not text in UTF-8).*");
            assertThat(failure.action()).isEqualTo(action.name());
        }
        assertThat(SERVICE.count(action.name())).isEqualTo(action.isRetryable() ? 2 : 1);
    }

    @ParameterizedTest
    @EnumSource(Actions.class)
    @Tag("slow")
    void aBodyThatNeverEndsIsCutAtTheDeadline(Actions action) {
        SERVICE.respondsTo(action.name(), json("{\"Response\":{}}").withChunkedDribbleDelay(15, 60_000));
        try (CssCallbackClient client = SERVICE.builder()
                .retryPolicy(RetryPolicy.none())
                .timeout(Duration.ofMillis(250))
                .build()) {
            CssApiException failure = failure(client, action);

            assertThat(failure.kind()).isEqualTo(action.isRead() ? ErrorKind.TIMED_OUT : ErrorKind.OUTCOME_UNKNOWN);
            assertThat(failure).hasMessageContaining("no complete response within 250 ms");
        }
        assertThat(SERVICE.count(action.name())).isEqualTo(1);
    }

    @Test
    void aResponseThatIsTooLargeIsNotReadToItsEndAndNotAskedForAgain() {
        SERVICE.respondsTo("DescribeLiveCallbackTemplates", json(" ".repeat(8 * 1024 * 1024) + "{}"));
        SERVICE.respondsTo("ModifyLiveCallbackTemplate", json(" ".repeat(8 * 1024 * 1024) + "{}"));

        CssApiException read = failure(SERVICE.client(), Actions.DescribeLiveCallbackTemplates);
        CssApiException write = failure(SERVICE.client(), Actions.ModifyLiveCallbackTemplate);

        assertThat(read.kind()).isEqualTo(ErrorKind.BAD_RESPONSE);
        assertThat(read).hasMessageContaining("larger than 8388608 bytes");
        assertThat(write.kind()).isEqualTo(ErrorKind.OUTCOME_UNKNOWN);
        assertThat(SERVICE.count()).isEqualTo(2);
    }

    @Test
    void theLargestResponseIsRead() {
        String response = "{\"Response\":{\"Templates\":[]}}";
        SERVICE.respondsTo(
                "DescribeLiveCallbackTemplates", json(" ".repeat(8 * 1024 * 1024 - response.length()) + response));

        assertThat(SERVICE.client().listTemplates()).isEmpty();
    }

    static Stream<Arguments> badResponses() {
        return Stream.of(
                arguments("empty", json(""), "is empty"),
                arguments("HTML", html(200), "(HTTP 200, text/html) is not JSON"),
                arguments("HTML with 502", html(502), "(HTTP 502, text/html) is not JSON"),
                arguments("null", json("null"), "is not a JSON object"),
                arguments("an array", json("[]"), "is not a JSON object"),
                arguments("cut JSON", json("{\"Response\":{\"A\":[1,"), "is not JSON"),
                arguments("two values", json("{\"Response\":{}} {}"), "something follows"),
                arguments("no Response", json("{\"Other\":{}}"), "no member Response"),
                arguments("Response null", json("{\"Response\":null}"), "no member Response"),
                arguments("Response a text", json("{\"Response\":\"x\"}"), "no member Response"),
                arguments("old gateway's success", json("{\"code\":0}"), "no member Response"),
                arguments("success with 201", json("{\"Response\":{}}").withStatus(201), "another status than 200"),
                arguments("too deep", json("{\"a\":".repeat(80) + "1" + "}".repeat(80)), "is not JSON"),
                arguments(
                        "not UTF-8",
                        WireMock.aResponse().withBody(new byte[] {'{', '"', (byte) 0xff, '"', ':', '1', '}'}),
                        "is not"));
    }

    private static ResponseDefinitionBuilder html(int status) {
        return WireMock.aResponse()
                .withStatus(status)
                .withHeader("Content-Type", "text/html; charset=x")
                .withBody("<html>secret page</html>");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badResponses")
    void everyFormOfBadResponseIsDistinguishedWithoutShowingIt(
            String name, ResponseDefinitionBuilder response, String text) {
        SERVICE.respondsTo("DescribeLiveCallbackTemplates", response);

        CssApiException failure = failure(SERVICE.client(), Actions.DescribeLiveCallbackTemplates);

        assertThat(failure.kind()).isEqualTo(ErrorKind.BAD_RESPONSE);
        assertThat(failure)
                .hasMessageContaining(text)
                .hasMessageContaining("check the endpoint and any proxy")
                .hasMessageNotContaining("secret page")
                .hasNoCause();
        assertThat(SERVICE.count()).isEqualTo(4);
    }

    @Test
    void aStatusOf429IsARateLimit() {
        SERVICE.respondsTo("DescribeLiveCallbackTemplates", html(429));

        assertThat(failure(SERVICE.client(), Actions.DescribeLiveCallbackTemplates)
                        .kind())
                .isEqualTo(ErrorKind.RATE_LIMITED);
    }

    @Test
    void anErrorOfTheApiIsReadUnderAnyStatus() {
        SERVICE.respondsTo(
                "DescribeLiveCallbackTemplates",
                StubbedService.error("UnauthorizedOperation").withStatus(500));

        CssApiException failure = failure(SERVICE.client(), Actions.DescribeLiveCallbackTemplates);

        assertThat(failure.kind()).isEqualTo(ErrorKind.FORBIDDEN);
        assertThat(failure.httpStatus()).isEqualTo(500);
        assertThat(SERVICE.count()).isEqualTo(1);
    }

    @Test
    void anErrorWithoutCodeOrMessageIsStillAnError() {
        SERVICE.respondsTo("DescribeLiveCallbackTemplates", json("{\"Response\":{\"Error\":{\"Message\":null}}}"));

        CssApiException failure = failure(SERVICE.client(), Actions.DescribeLiveCallbackTemplates);

        assertThat(failure.kind()).isEqualTo(ErrorKind.OTHER);
        assertThat(failure).hasMessage("DescribeLiveCallbackTemplates: error without a code: no message");
        assertThat(failure.code()).isNull();
        assertThat(failure.requestId()).isNull();
        assertThat(failure.serviceMessage()).isNull();
    }

    @Test
    void theOldGatewaysErrorIsRead() {
        SERVICE.respondsTo(
                "DescribeLiveCallbackTemplates",
                json("{\"code\":4100,\"message\":\"auth failed\",\"codeDesc\":\"AuthFailure\"}"));
        SERVICE.respondsTo("DescribeLiveCallbackRules", json("{\"code\":\"5100\",\"message\":\"oops\"}"));

        CssApiException rejected = failure(SERVICE.client(), Actions.DescribeLiveCallbackTemplates);
        assertThat(rejected.kind()).isEqualTo(ErrorKind.UNAUTHENTICATED);
        assertThat(rejected).hasMessageContaining("AuthFailure: auth failed");
        assertThat(SERVICE.count()).isEqualTo(1);

        CssApiException trouble = failure(SERVICE.client(), Actions.DescribeLiveCallbackRules);
        assertThat(trouble.code()).isEqualTo("5100");
        assertThat(SERVICE.count("DescribeLiveCallbackRules")).isEqualTo(4);
    }
}
