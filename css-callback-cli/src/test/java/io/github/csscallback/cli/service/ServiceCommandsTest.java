package io.github.csscallback.cli.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.csscallback.cli.testing.ApiStub;
import io.github.csscallback.cli.testing.Cli;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What all commands of the management API share: endpoint, credentials, errors. */
class ServiceCommandsTest {

    private static final String KEY = "s3cr3tKey";

    private ApiStub api;

    @BeforeEach
    void start() throws IOException {
        api = new ApiStub();
    }

    @AfterEach
    void stop() {
        api.close();
    }

    @ParameterizedTest
    @CsvSource({
        "template list, DescribeLiveCallbackTemplates",
        "template show 7, DescribeLiveCallbackTemplate",
        "template create --name a --record-notify-url http://a.example.com --callback-key " + KEY
                + ", CreateLiveCallbackTemplate",
        "template modify 7 --callback-key " + KEY + ", ModifyLiveCallbackTemplate",
        "template delete 7, DeleteLiveCallbackTemplate",
        "rule list, DescribeLiveCallbackRules",
        "rule bind 7 push.example.com live, CreateLiveCallbackRule",
        "rule unbind push.example.com live, DeleteLiveCallbackRule",
        "records --stream a --from 2026-11-23T00:00:00Z --to 2026-11-24T00:00:00Z, DescribeCallbackRecordsList"
    })
    void anErrorIsOneLineWithCodeMessageAndRequestId(String line, String action) {
        api.rejects(action, "FailedOperation.ConfInUsed", "in use, " + KEY + "\\n" + ApiStub.SECRET_KEY);

        Cli.Run run = api.cli().onTerminal().run(line.split(" ", -1));

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().lines())
                .singleElement()
                .asString()
                .startsWith("FailedOperation.ConfInUsed: in use, ")
                .contains(" (request id req-1)")
                .doesNotContain(ApiStub.SECRET_KEY);
        if (line.contains(KEY)) {
            assertThat(run.err()).doesNotContain(KEY);
        }
        assertThat(api.actions()).containsExactly(action);
    }

    @Test
    void aChangeThatWasAcceptedButNotReadBackIsReportedAsSuch() {
        api.rejects("DescribeLiveCallbackTemplate", "UnauthorizedOperation", "no");

        Cli.Run run = api.cli().run("template", "modify", "7", "--clear", "RecordNotifyUrl");

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err().lines())
                .singleElement()
                .asString()
                .contains("the change was accepted", "UnauthorizedOperation: no (request id req-1)");
    }

    @Test
    void missingCredentialsSayWhatWasLookedFor() {
        Cli.Run run = new Cli().variable(ServiceOptions.VARIABLE, api.url()).run("rule", "list");

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().lines())
                .singleElement()
                .asString()
                .contains("TENCENTCLOUD_SECRET_ID", "TENCENTCLOUD_SECRET_KEY");
        assertThat(api.requests()).isEmpty();
    }

    @Test
    void theOptionForTheEndpointWinsOverTheVariable() {
        api.respondsWith("DescribeLiveCallbackRules", "\"Rules\":[]");

        Cli.Run run = api.cli()
                .variable(ServiceOptions.VARIABLE, "http://127.0.0.1:1")
                .run("rule", "list", "--endpoint", api.url());

        assertThat(run.status()).isZero();
        assertThat(api.requests()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://live.tencentcloudapi.com",
                "http://127.0.0.1.example.com",
                "ftp://127.0.0.1",
                "https://user:s3cr3t@example.com",
                "https://example.com/path",
                "no address"
            })
    void anEndpointThatIsNotSafeIsRejected(String endpoint) {
        for (Cli.Run run : new Cli.Run[] {
            api.cli().run("rule", "list", "--endpoint", endpoint),
            api.cli().variable(ServiceOptions.VARIABLE, endpoint).run("rule", "list")
        }) {
            assertThat(run.status()).isEqualTo(2);
            assertThat(run.out()).isEmpty();
            assertThat(run.err()).containsIgnoringCase("endpoint").doesNotContain("s3cr3t", "java.");
        }
        assertThat(api.requests()).isEmpty();
    }

    @Test
    void aRetryIsReportedOnStandardError() {
        api.respondsWith(
                "DescribeLiveCallbackRules",
                "\"Error\":{\"Code\":\"InternalError\",\"Message\":\"passing\"}",
                "\"Rules\":[]");

        Cli.Run run = api.cli().run("rule", "list");

        assertThat(run.status()).isZero();
        assertThat(run.err()).contains("trying again in ", "InternalError: passing (request id req-1)");
    }

    @ParameterizedTest
    @CsvSource({
        "InvalidParameter.UrlNotSafe, public DNS",
        "InternalError.ConfOutLimit, at most 50 templates",
        "UnknownParameter, --site",
        "FailedOperation.RuleAlreadyExist, rule rebind"
    })
    void anErrorThatTheUserCanRemedyComesWithAdvice(String code, String advice) {
        api.rejects("CreateLiveCallbackTemplate", code, "no");

        Cli.Run run =
                api.cli().run("template", "create", "--name", "a", "--record-notify-url", "http://a.example.com/css");

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err()).contains(code + ": no", advice);
    }
}
