package io.github.csscallback.cli.template;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.csscallback.cli.testing.ApiStub;
import io.github.csscallback.cli.testing.Cli;
import io.github.csscallback.core.event.EventType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateCommandsTest {

    private static final String KEY = "s3cr3tKey";
    private static final String URL = "https://hooks.example.com/css";
    private static final String TEMPLATE = "\"TemplateId\":7,\"TemplateName\":\"shop\",\"Description\":\"\","
            + "\"RecordNotifyUrl\":\"" + URL + "\",\"StreamEndNotifyUrl\":\"" + URL
            + "\",\"PushExceptionNotifyUrl\":null,"
            + "\"CallbackKey\":\"" + KEY + "\"";

    private ApiStub api;

    @BeforeEach
    void start() throws IOException {
        api = new ApiStub()
                .respondsWith("CreateLiveCallbackTemplate", "\"TemplateId\":7")
                .respondsWith("DescribeLiveCallbackTemplate", "\"Template\":{" + TEMPLATE + "}")
                .respondsWith(
                        "DescribeLiveCallbackTemplates",
                        "\"Templates\":[{" + TEMPLATE
                                + "},{\"TemplateId\":1234567,\"TemplateName\":\"b\\u001b[31m\"}]");
    }

    @AfterEach
    void stop() {
        api.close();
    }

    @Test
    void listPrintsATemplateALineWithTheApisFieldNames() throws IOException {
        Cli.Run run = api.cli().run("template", "list");

        assertThat(run.status()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(api.body("DescribeLiveCallbackTemplates")).isEqualTo("{}");
        assertThat(run.lines()).hasSize(2);
        assertThat(ApiStub.json(run.lines().get(0)))
                .isEqualTo(ApiStub.json("{\"TemplateId\":7,\"TemplateName\":\"shop\",\"Description\":null,"
                        + "\"StreamBeginNotifyUrl\":null,\"StreamEndNotifyUrl\":\"" + URL
                        + "\",\"StreamMixNotifyUrl\":null,"
                        + "\"RecordNotifyUrl\":\"" + URL + "\",\"RecordExceptionNotifyUrl\":null,"
                        + "\"SnapshotNotifyUrl\":null,\"PornCensorshipNotifyUrl\":null,\"AudioAuditNotifyUrl\":null,"
                        + "\"PushExceptionNotifyUrl\":null,\"RecordExceptionLevels\":[],\"CallbackKey\":\"***\"}"));
        assertThat(ApiStub.json(run.lines().get(1)).get("CallbackKey").isNull()).isTrue();
    }

    @Test
    void listPrintsATableForPeople() {
        Cli.Run run = api.cli().run("template", "list", "--output", "text");

        assertThat(run.lines())
                .containsExactly(
                        "TemplateId  TemplateName  CallbackKey  addresses for",
                        "7           shop          ***          StreamEnd Record",
                        "1234567     b\\u001b[31m   none");
    }

    @Test
    void anEmptyListIsSaidOnStandardError() {
        api.respondsWith("DescribeLiveCallbackTemplates", "\"Templates\":[]");

        Cli.Run run = api.cli().onTerminal().run("template", "list");

        assertThat(run.status()).isZero();
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("no callback template");
    }

    @Test
    void showPrintsOneTemplate() throws IOException {
        Cli.Run json = api.cli().run("template", "show", "7");
        Cli.Run text = api.cli().run("template", "show", "7", "--output", "text");

        assertThat(ApiStub.json(api.requests().get(0).body())).isEqualTo(ApiStub.json("{\"TemplateId\":7}"));
        assertThat(ApiStub.json(json.out()).get("RecordNotifyUrl").textValue()).isEqualTo(URL);
        assertThat(text.lines())
                .containsExactly(
                        "template 7",
                        "    TemplateId          7",
                        "    TemplateName        shop",
                        "    StreamEndNotifyUrl  " + URL,
                        "    RecordNotifyUrl     " + URL,
                        "    CallbackKey         ***");
        assertThat(json.everything() + text.everything()).doesNotContain(KEY);
    }

    @Test
    void fieldsThatASiteNeverShowsAreLeftOut() throws IOException {
        Cli.Run run = api.cli().run("template", "show", "7", "--site", "international");

        assertThat(ApiStub.json(run.out()).has("RecordStatusNotifyUrl")).isFalse();
        assertThat(ApiStub.json(run.out()).has("RecordExceptionLevels")).isFalse();
        assertThat(ApiStub.json(run.out()).has("AudioAuditNotifyUrl")).isTrue();
    }

    @Test
    void createHasAnOptionForEveryAddressField() throws IOException {
        List<String> arguments = new ArrayList<>(List.of("template", "create", "--name", "shop"));
        List<String> fields = EventType.known().stream()
                .flatMap(type -> type.templateField().stream())
                .toList();
        for (String field : fields) {
            arguments.add("-" + field.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT));
            arguments.add(URL + "/" + field);
        }

        Cli.Run run = api.cli().run(arguments.toArray(String[]::new));

        assertThat(run.status()).isZero();
        assertThat(arguments).contains("--stream-begin-notify-url", "--porn-censorship-notify-url");
        assertThat(fields)
                .hasSize(10)
                .allSatisfy(field -> assertThat(ApiStub.json(api.body("CreateLiveCallbackTemplate"))
                                .get(field)
                                .textValue())
                        .isEqualTo(URL + "/" + field));
    }

    @Test
    void createSendsWhatIsGivenAndPrintsTheId() throws IOException {
        Cli.Run run = api.cli()
                .run(
                        "template",
                        "create",
                        "--name",
                        "shop",
                        "--description",
                        "the shop's",
                        "--record-exception-notify-url",
                        URL,
                        "--record-exception-level",
                        "error",
                        "--record-exception-level",
                        "alarm",
                        "--callback-key",
                        KEY);

        assertThat(run.status()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(ApiStub.json(run.out()))
                .isEqualTo(ApiStub.json("{\"done\":\"created\",\"TemplateId\":7,\"TemplateName\":\"shop\"}"));
        assertThat(ApiStub.json(api.body("CreateLiveCallbackTemplate")))
                .isEqualTo(ApiStub.json("{\"TemplateName\":\"shop\",\"Description\":\"the shop's\","
                        + "\"RecordExceptionNotifyUrl\":\"" + URL
                        + "\",\"RecordExceptionLevels\":[\"error\",\"alarm\"],"
                        + "\"CallbackKey\":\"" + KEY + "\"}"));
        assertThat(api.requests().get(0).authorization())
                .startsWith("TC3-HMAC-SHA256 Credential=" + ApiStub.SECRET_ID + "/");
    }

    @Test
    void theKeyComesFromAFileOrAVariableIfAskedFor(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("key"), KEY + "\n");
        Path marked = Files.writeString(folder.resolve("marked"), "\uFEFF" + KEY + "\r\n");
        String[] create = {"template", "create", "--name", "shop", "--record-notify-url", URL};
        String[][] sources = {
            {"--callback-key-file", file.toString()},
            {"--callback-key-file", marked.toString()},
            {"--callback-key-env", "MY_KEY"},
            {},
        };
        List<String> keys = new ArrayList<>();
        for (String[] source : sources) {
            List<String> arguments = new ArrayList<>(List.of(create));
            arguments.addAll(List.of(source));
            Cli.Run run = api.cli()
                    .key("ofAnotherTemplate")
                    .variable("MY_KEY", KEY + ",older")
                    .run(arguments.toArray(String[]::new));
            assertThat(run.everything()).doesNotContain(KEY);
            assertThat(run.err().contains("no callback key")).isEqualTo(source.length == 0);
            keys.add(ApiStub.json(api.requests().get(api.requests().size() - 1).body())
                    .path("CallbackKey")
                    .asText("none"));
        }
        assertThat(keys).containsExactly(KEY, KEY, KEY, "none");
    }

    @Test
    void aKeyOfAWrongFormIsCalledByItsSource(@TempDir Path folder) throws IOException {
        Path empty = Files.writeString(folder.resolve("key"), "\n");
        String[] create = {"template", "create", "--name", "shop", "--record-notify-url", URL};
        for (String[] source : new String[][] {
            {"--callback-key", KEY + " " + KEY},
            {"--callback-key-file", empty.toString()},
            {"--callback-key-env", "MY_KEY"},
        }) {
            List<String> arguments = new ArrayList<>(List.of(create));
            arguments.addAll(List.of(source));

            Cli.Run run = api.cli().variable("MY_KEY", "," + KEY).run(arguments.toArray(String[]::new));

            assertThat(run.status()).isEqualTo(2);
            assertThat(run.err()).startsWith(source[0] + ": the callback key ").doesNotContain(KEY);
        }
        assertThat(api.requests()).isEmpty();
    }

    @Test
    void modifyLeavesSetsAndClearsAndPrintsWhatBecameOfIt() throws IOException {
        Cli.Run run = api.cli()
                .run(
                        "template",
                        "modify",
                        "7",
                        "--name",
                        "shop",
                        "--stream-end-notify-url",
                        URL,
                        "--clear",
                        "SnapshotNotifyUrl",
                        "--clear",
                        "RecordExceptionLevels",
                        "--clear",
                        "Description",
                        "--clear",
                        "CallbackKey");

        assertThat(run.status()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(api.actions()).containsExactly("ModifyLiveCallbackTemplate", "DescribeLiveCallbackTemplate");
        assertThat(ApiStub.json(api.body("ModifyLiveCallbackTemplate")))
                .isEqualTo(ApiStub.json("{\"TemplateId\":7,\"TemplateName\":\"shop\",\"Description\":\"\","
                        + "\"SnapshotNotifyUrl\":\"\",\"StreamEndNotifyUrl\":\"" + URL + "\","
                        + "\"RecordExceptionLevels\":[],\"CallbackKey\":\"\"}"));
        assertThat(ApiStub.json(run.out()).get("StreamEndNotifyUrl").textValue())
                .isEqualTo(URL);
        assertThat(run.everything()).doesNotContain(KEY);
    }

    @Test
    void modifyNamesTheFieldThatCannotBeReadBack() {
        Cli.Run run = api.cli().run("template", "modify", "7", "--record-status-notify-url", URL);

        assertThat(run.status()).isZero();
        assertThat(run.err().lines()).singleElement().asString().startsWith("RecordStatusNotifyUrl was sent");
    }

    @Test
    void anUnknownFieldToClearIsWrongUsageThatNamesTheKnownOnes() {
        Cli.Run run = api.cli().run("template", "modify", "7", "--clear", "TemplateName");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("Description", "StreamBeginNotifyUrl", "RecordExceptionLevels", "CallbackKey");
        assertThat(run.err()).doesNotContain("StreamMixNotifyUrl"); // can be set at creation only
        assertThat(api.requests()).isEmpty();
    }

    @Test
    void deletePrintsWhatWasDone() throws IOException {
        Cli.Run run = api.cli().run("template", "delete", "7");

        assertThat(run.status()).isZero();
        assertThat(ApiStub.json(api.body("DeleteLiveCallbackTemplate"))).isEqualTo(ApiStub.json("{\"TemplateId\":7}"));
        assertThat(ApiStub.json(run.out())).isEqualTo(ApiStub.json("{\"done\":\"deleted\",\"TemplateId\":7}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create --name shop",
                "create --record-notify-url " + URL,
                "create --name shop --record-notify-url ftp://hooks.example.com/s3cr3tPath",
                "create --name shop --record-notify-url http://[s3cr3tPath",
                "create --name sh.op --record-notify-url " + URL,
                "create --name shop --record-notify-url " + URL + " --callback-key not/letters/" + KEY,
                "create --name shop --record-notify-url " + URL + " --callback-key-env NOT_SET",
                "create --name shop --record-notify-url " + URL + " --callback-key a --callback-key-file b",
                "create --name shop --record-status-notify-url " + URL + " --site international",
                "modify 7",
                "modify 7 --description=",
                "modify 7 --stream-mix-notify-url " + URL,
                "modify 7 --record-notify-url " + URL + " --clear RecordNotifyUrl",
                "modify 7 --clear RecordExceptionLevels --site international",
                "show seven",
                "delete",
                "list --site mars"
            })
    void wrongUsageIsFoundBeforeAnythingIsSent(String line) {
        Cli.Run run = api.cli().run(("template " + line).split(" ", -1));

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("css-callback template ").contains("--help");
        assertThat(run.err()).doesNotContain(KEY, "s3cr3tPath", "java.");
        assertThat(api.requests()).isEmpty();
    }

    @Test
    void beyondConsoleLimitsPassIfAskedFor() {
        Cli.Run run = api.cli()
                .run(
                        "template",
                        "create",
                        "--name",
                        "n".repeat(31),
                        "--record-notify-url",
                        URL,
                        "--callback-key",
                        "not/letters",
                        "--beyond-console-limits");

        assertThat(run.status()).isZero();
    }

    @Test
    void aLimitOfTheConsoleNamesTheOptionAndNoMethod() {
        Cli.Run run = api.cli()
                .run("template", "create", "--name", "n".repeat(31), "--record-notify-url", "http://a.example.com");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("--beyond-console-limits").doesNotContain("()");
    }

    @Test
    void anIdThatIsNoNumberIsCalledSo() {
        Cli.Run run = api.cli().run("template", "show", "t");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("'t' is not a whole number").doesNotContain("long");
    }
}
