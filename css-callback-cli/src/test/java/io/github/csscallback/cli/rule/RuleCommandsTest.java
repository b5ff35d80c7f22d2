package io.github.csscallback.cli.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.csscallback.cli.testing.ApiStub;
import io.github.csscallback.cli.testing.Cli;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RuleCommandsTest {

    private ApiStub api;

    @BeforeEach
    void start() throws IOException {
        api = new ApiStub()
                .respondsWith(
                        "DescribeLiveCallbackRules",
                        "\"Rules\":[{\"CreateTime\":\"2018-09-12 15:52:01\",\"UpdateTime\":\"2022-05-16T10:59:38+08:00\","
                                + "\"TemplateId\":7,\"DomainName\":\"push.example.com\",\"AppName\":\"live\"},"
                                + "{\"TemplateId\":\"8\",\"DomainName\":\"b.example.com\",\"AppName\":\"\"}]");
    }

    @AfterEach
    void stop() {
        api.close();
    }

    @Test
    void listPrintsARuleALineWithTimesInUtc() throws IOException {
        Cli.Run run = api.cli().run("rule", "list");

        assertThat(run.status()).isZero();
        assertThat(api.body("DescribeLiveCallbackRules")).isEqualTo("{}");
        assertThat(run.lines()).hasSize(2);
        assertThat(ApiStub.json(run.lines().get(0)))
                .isEqualTo(ApiStub.json("{\"DomainName\":\"push.example.com\",\"AppName\":\"live\",\"TemplateId\":7,"
                        + "\"CreateTime\":\"2018-09-12T07:52:01Z\",\"UpdateTime\":\"2022-05-16T02:59:38Z\"}"));
        assertThat(ApiStub.json(run.lines().get(1)))
                .isEqualTo(ApiStub.json("{\"DomainName\":\"b.example.com\",\"AppName\":\"\",\"TemplateId\":8,"
                        + "\"CreateTime\":null,\"UpdateTime\":null}"));
    }

    @Test
    void listPrintsATableForPeople() {
        Cli.Run run = api.cli().run("rule", "list", "--output", "text");

        assertThat(run.lines())
                .containsExactly(
                        "DomainName        AppName  TemplateId  UpdateTime",
                        "push.example.com  live     7           2022-05-16T02:59:38Z",
                        "b.example.com              8");
    }

    @Test
    void bindSendsTheTripleAndPrintsWhenItTakesEffect() throws IOException {
        Cli.Run run = api.cli().run("rule", "bind", "7", "push.example.com", "live");

        assertThat(run.status()).isZero();
        assertThat(ApiStub.json(api.body("CreateLiveCallbackRule")))
                .isEqualTo(ApiStub.json("{\"DomainName\":\"push.example.com\",\"AppName\":\"live\",\"TemplateId\":7}"));
        assertThat(ApiStub.json(run.out()))
                .isEqualTo(ApiStub.json("{\"done\":\"bound\",\"TemplateId\":7,\"DomainName\":\"push.example.com\","
                        + "\"AppName\":\"live\"}"));
        assertThat(run.err()).contains("5 to 10 minutes");
    }

    @Test
    void anEmptyPathIsSentAsItIs() throws IOException {
        Cli.Run run = api.cli().run("rule", "unbind", "push.example.com", "");

        assertThat(run.status()).isZero();
        assertThat(ApiStub.json(api.body("DeleteLiveCallbackRule")))
                .isEqualTo(ApiStub.json("{\"DomainName\":\"push.example.com\",\"AppName\":\"\"}"));
        assertThat(ApiStub.json(run.out()))
                .isEqualTo(ApiStub.json("{\"done\":\"unbound\",\"DomainName\":\"push.example.com\",\"AppName\":\"\"}"));
    }

    @Test
    void aBlankDomainOrAMissingPartIsWrongUsage() {
        String[][] lines = {
            {"rule", "bind", "7", " ", "live"},
            {"rule", "bind", "push.example.com", "live"},
            {"rule", "unbind", "", "live"},
            {"rule", "unbind", "push.example.com"},
            {"rule"},
            {"rule", "lst"}
        };
        for (String[] line : lines) {
            Cli.Run run = api.cli().run(line);

            assertThat(run.status()).isEqualTo(2);
            assertThat(run.out()).isEmpty();
            assertThat(run.err()).contains("See: css-callback rule");
        }
        assertThat(api.requests()).isEmpty();
    }

    @Test
    void rebindReplacesTheBindingOfAnotherTemplate() throws IOException {
        Cli.Run run = api.cli().run("rule", "rebind", "9", "push.example.com", "live");

        assertThat(run.status()).isZero();
        assertThat(api.actions())
                .containsSubsequence("DescribeLiveCallbackRules", "DeleteLiveCallbackRule", "CreateLiveCallbackRule");
        assertThat(ApiStub.json(run.out()))
                .isEqualTo(ApiStub.json("{\"done\":\"rebound\",\"TemplateId\":9,\"DomainName\":\"push.example.com\","
                        + "\"AppName\":\"live\",\"PreviousTemplateId\":7}"));
        assertThat(run.err()).contains("5 to 10 minutes");
    }

    @Test
    void rebindOfTheSameTemplateChangesNothing() throws IOException {
        Cli.Run run = api.cli().run("rule", "rebind", "7", "push.example.com", "live");

        assertThat(run.status()).isZero();
        assertThat(api.actions()).containsExactly("DescribeLiveCallbackRules");
        assertThat(ApiStub.json(run.out()).get("done").textValue()).isEqualTo("unchanged");
        assertThat(run.err()).isEmpty();
    }
}
