package io.github.csscallback.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.csscallback.cli.testing.Cli;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UsageTest {

    private static final String SECRET = "s3cr3tKey";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "receive",
                "verify",
                "send",
                "template",
                "rule",
                "records",
                "simulate",
                "demo",
                "generate-completion"
            })
    void everyCommandExplainsItself(String command) {
        Cli.Run run = new Cli().run(command, "--help");

        assertThat(run.status()).isZero();
        assertThat(run.out()).contains("Usage: css-callback " + command);
        assertThat(run.err()).isEmpty();
        assertThat(new Cli().run("--help").out()).contains(command);
    }

    @ParameterizedTest
    @ValueSource(strings = {"receive", "template create", "template modify"})
    void theHelpExplainsWhyAKeyIsBetterNotAnOption(String command) {
        assertThat(new Cli().run((command + " --help").split(" ", -1)).out().replaceAll("\\s+", " "))
                .contains("CSS_CALLBACK_KEY")
                .contains("everybody on this machine can see the arguments of a process");
    }

    @Test
    void theHelpOfAnAddressNamesTheEventThatIsSentThere() {
        assertThat(new Cli().run("template", "create", "--help").out().replaceAll("\\s+", " "))
                .contains("--record-notify-url=URL Where RecordEvent (100) is sent.");
    }

    @Test
    void theVersionIsPrinted() {
        Cli.Run run = new Cli().run("--version");

        assertThat(run.status()).isZero();
        assertThat(run.out()).startsWith("css-callback ");
    }

    @Test
    void shellCompletionIsGeneratedAndHasTheEventTypes() {
        Cli.Run run = new Cli().run("generate-completion");

        assertThat(run.status()).isZero();
        assertThat(run.out()).contains("complete", "receive", "--unsigned", "MonitorEvent");
    }

    @Test
    void withoutACommandTheUsageGoesToStandardError() {
        Cli.Run run = new Cli().run();

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("receive", "verify", "send", "demo");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "recieve",
                "verify",
                "verify --at yesterday -",
                "send --event RecordEvent",
                "send --to http://127.0.0.1:1/css",
                "send --to http://127.0.0.1:1/css --event RecordEvent --packet x.json",
                "send --to http://127.0.0.1:1/css --event NoSuchEvent",
                "send --to http://127.0.0.1:1/css --event RecordEvent --count 0",
                "send --to ftp://127.0.0.1/css --event RecordEvent",
                "send --to file:///etc/passwd --event RecordEvent",
                "send --to http:///css --event RecordEvent",
                "receive --port 70000",
                "receive --port http",
                "receive --path css",
                "receive --path /a\tb",
                "receive --path /css?x=1",
                "receive --bind no-such-host.invalid",
                "receive --unsigned NoSuchEvent",
                "receive --output yaml",
                "receive --key=",
                "simulate --api-port 70000",
                "simulate --control-port 70000",
                "simulate --control-port -1",
                "simulate --time fast",
                "simulate --allow-target http://hooks.example.com",
                "simulate --allow-target hooks.example.com:8080",
                "simulate --allow-target=",
                "simulate --propagation -1",
                "simulate --propagation 86401",
                "simulate --random-faults 1.5",
                "simulate --seed x",
                "simulate --site mars"
            })
    void wrongUsageIsSaidOnStandardErrorWithStatus2(String line) {
        Cli.Run run = new Cli().key(SECRET).run(line.split(" ", -1));

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("--help").doesNotContain("java.").doesNotContain(SECRET);
    }

    @Test
    void aMissingKeyIsWrongUsageAndTheMessageNamesTheRemedy() {
        for (String line : new String[] {"receive --port 0", "verify -", "send --to http://127.0.0.1:1/ --event 100"}) {
            Cli.Run run = new Cli().run(line.split(" ", -1));

            assertThat(run.status()).isEqualTo(2);
            assertThat(run.err()).contains("CSS_CALLBACK_KEY");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "receive --port 0 " + SECRET,
                "receive --kye=" + SECRET,
                "receive --port 0 --key a --key " + SECRET + " --key " + SECRET,
                "verify --key a " + SECRET + "/nothing extra",
                "verify - --key",
                "demo --key=" + SECRET
            })
    void whatMayBeAKeyInTheWrongPlaceIsNotRepeated(String line) {
        Cli.Run run = new Cli().run(line.split(" ", -1));

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.everything()).doesNotContain(SECRET);
    }

    @Test
    void anArgumentThatTheLocaleCouldNotDecodeIsRejected() {
        Cli.Run run = new Cli().run("template", "modify", "7", "--description", "caf\uFFFD");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("U+FFFD", "LC_ALL=C.UTF-8");
    }

    @Test
    void theHelpIsAsWideAsTheTerminalWithinReason() {
        assertThat(longestLineOfHelp("200")).isBetween(100, 140);
        assertThat(longestLineOfHelp("70")).isLessThanOrEqualTo(70);
        assertThat(longestLineOfHelp("2")).isLessThanOrEqualTo(80);
        assertThat(longestLineOfHelp("x")).isLessThanOrEqualTo(80);
    }

    private static int longestLineOfHelp(String columns) {
        return new Cli()
                .variable("COLUMNS", columns).run("receive", "--help").lines().stream()
                        .mapToInt(String::length)
                        .max()
                        .orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--version", "--help", "receive --help"})
    void outputThatCannotBeWrittenIsAFailure(String line) {
        OutputStream full = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("no space left on device");
            }
        };
        ByteArrayOutputStream err = new ByteArrayOutputStream();

        int status = new Cli()
                .run(
                        new PrintStream(full, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        line.split(" ", -1));

        assertThat(status).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("cannot write to standard output");
    }
}
