package io.github.csscallback.client;

import static io.github.csscallback.client.support.StubbedService.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.http.Fault;
import io.github.csscallback.client.credentials.Credentials;
import io.github.csscallback.client.credentials.CredentialsProvider;
import io.github.csscallback.client.support.Actions;
import io.github.csscallback.client.support.StubbedService;
import io.github.csscallback.testsupport.CapturedLog;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** No secret is in a log line, at any level, an exception or a text, even if the service repeats it in its response. */
class SecretsTest {

    private static final String TOKEN = "madeUpToken-" + "t".repeat(4000);
    private static final Credentials CREDENTIALS =
            Credentials.temporary(StubbedService.SECRET_ID, StubbedService.SECRET_KEY, TOKEN);

    @RegisterExtension
    static final StubbedService SERVICE = new StubbedService();

    private final StringWriter written = new StringWriter();
    private final PrintWriter out = new PrintWriter(written);
    private final List<String> jdkLog = new CopyOnWriteArrayList<>();
    private final CapturedLog log = CapturedLog.of("io.github.csscallback");
    private final List<java.util.logging.Logger> jdkLoggers = Stream.of("", "jdk.httpclient", "jdk.internal.httpclient")
            .map(java.util.logging.Logger::getLogger)
            .toList();
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord record) {
            jdkLog.add(
                    record.getLoggerName() + " " + record.getMessage() + " " + Arrays.toString(record.getParameters()));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void logEverything() {
        handler.setLevel(java.util.logging.Level.ALL);
        jdkLoggers.forEach(logger -> {
            logger.setLevel(java.util.logging.Level.ALL);
            logger.addHandler(handler);
        });
    }

    @AfterEach
    void logAsBefore() {
        log.close();
        jdkLoggers.forEach(logger -> {
            logger.removeHandler(handler);
            logger.setLevel(logger.getName().isEmpty() ? java.util.logging.Level.INFO : null);
        });
    }

    @Test
    @Tag("slow")
    void noSecretIsAnywhereAfterEveryActionMetEveryKindOfResponse() {
        String echo = StubbedService.SECRET_KEY + " " + TOKEN + " " + Actions.CALLBACK_KEY;
        List<ResponseDefinitionBuilder> responses = responsesThatRepeat(echo);
        // Of a key that the client neither sent nor read it cannot know; only these two send one.
        List<Actions> withKey = List.of(Actions.CreateLiveCallbackTemplate, Actions.ModifyLiveCallbackTemplate);
        List<ResponseDefinitionBuilder> responsesWithoutKey =
                responsesThatRepeat(StubbedService.SECRET_KEY + " " + TOKEN);
        int failures = 0;
        for (int i = 0; i < responses.size(); i++) {
            for (Actions action : Actions.values()) {
                SERVICE.respondsTo(
                        action.name(), withKey.contains(action) ? responses.get(i) : responsesWithoutKey.get(i));
                try (CssCallbackClient client = SERVICE.builder()
                        .credentials(CredentialsProvider.of(CREDENTIALS))
                        .build()) {
                    action.call(client);
                    out.println(client);
                } catch (RuntimeException e) {
                    failures++;
                    e.printStackTrace(out);
                    out.println(e);
                }
            }
        }
        SERVICE.retries().forEach(out::println);
        out.println(CREDENTIALS);
        out.println(CredentialsProvider.of(CREDENTIALS));
        log.messagesWithStackTraces().forEach(out::println);
        jdkLog.forEach(out::println);

        assertThat(failures).isGreaterThan(60);
        assertThat(log.events()).isNotEmpty();
        if (Runtime.version().feature() < 25) { // since then the JDK's client logs nothing of these exchanges
            assertThat(jdkLog).isNotEmpty();
        }
        String text = written.toString();
        assertThat(SERVICE.count()).isGreaterThan(100);
        assertThat(text)
                .doesNotContain(StubbedService.SECRET_KEY)
                .doesNotContain(TOKEN)
                .doesNotContain("madeUpToken")
                .doesNotContain(Actions.CALLBACK_KEY)
                .doesNotContain("TC3-HMAC-SHA256")
                .doesNotContain("Signature=");
        SERVICE.requests("DescribeLiveCallbackRules")
                .forEach(request -> assertThat(text)
                        .doesNotContain(request.getHeader("Authorization").replaceAll(".*Signature=", "")));
    }

    private static List<ResponseDefinitionBuilder> responsesThatRepeat(String echo) {
        return List.of(
                StubbedService.ok("\"TemplateId\":7,\"Template\":{\"TemplateId\":7,\"CallbackKey\":\""
                        + Actions.CALLBACK_KEY + "\"},\"Templates\":[{\"TemplateId\":7,\"CallbackKey\":\""
                        + Actions.CALLBACK_KEY + "\"}]"),
                json("{\"Response\":{\"Error\":{\"Code\":\"X." + TOKEN + "\",\"Message\":\"" + echo
                        + "\"},\"RequestId\":\"" + TOKEN + "\"}}"),
                json("{\"code\":4100,\"message\":\"" + echo + "\",\"codeDesc\":\"" + TOKEN + "\"}"),
                json(echo),
                StubbedService.error("InternalError"),
                StubbedService.error("AuthFailure.TokenFailure"),
                WireMock.aResponse().withStatus(502).withBody(echo),
                WireMock.aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER),
                WireMock.aResponse().withFault(Fault.MALFORMED_RESPONSE_CHUNK));
    }

    @Test
    void aLongTokenIsSentWhole() {
        SERVICE.respondsTo("DescribeLiveCallbackRules", StubbedService.ok(""));
        try (CssCallbackClient client = SERVICE.builder()
                .credentials(CredentialsProvider.of(
                        Credentials.temporary(StubbedService.SECRET_ID, StubbedService.SECRET_KEY, TOKEN)))
                .build()) {
            client.listRules();
        }
        assertThat(SERVICE.request("DescribeLiveCallbackRules").getHeader("X-TC-Token"))
                .isEqualTo(TOKEN);
        StubbedService.assertSigned(
                SERVICE.request("DescribeLiveCallbackRules"), StubbedService.SECRET_ID, StubbedService.SECRET_KEY);
    }
}
