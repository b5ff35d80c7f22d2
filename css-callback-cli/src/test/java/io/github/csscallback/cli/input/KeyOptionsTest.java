package io.github.csscallback.cli.input;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.csscallback.cli.testing.Cli;
import io.github.csscallback.core.event.EventType;
import io.github.csscallback.core.signature.CallbackKey;
import io.github.csscallback.testkit.SamplePackets;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where callback keys come from, seen through {@code verify}. */
class KeyOptionsTest {

    private static final Instant T = Instant.ofEpochSecond(1_703_732_078);

    @TempDir
    private Path folder;

    private static Cli.Run verify(Cli cli, String key, String... options) {
        String[] args = new String[options.length + 4];
        System.arraycopy(options, 0, args, 4, options.length);
        args[0] = "verify";
        args[1] = "-";
        args[2] = "--at";
        args[3] = T.toString();
        return cli.input(SamplePackets.of(EventType.RECORD)
                        .signedWith(CallbackKey.of(key), T)
                        .bytes())
                .run(args);
    }

    private static String matching(Cli.Run run) throws IOException {
        assertThat(run.status()).as(run.err()).isZero();
        return new ObjectMapper().readTree(run.out()).get("key").textValue();
    }

    private String file(String content) throws IOException {
        return Files.writeString(folder.resolve("keys"), content).toString();
    }

    private static void complains(Cli.Run run, String... words) {
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().lines().findFirst().orElseThrow()).contains(words);
        assertThat(run.err()).doesNotContain("s3cr3t");
    }

    @Test
    void keysOfAllSourcesAddUpOptionsFirstThenTheFileThenTheEnvironment() throws IOException {
        String[] options = {"--key", "new", "--key-file", file("first\n\nsecond\n")};

        assertThat(matching(verify(new Cli().key("old, older"), "new", options)))
                .isEqualTo("key-1");
        assertThat(matching(verify(new Cli().key("old, older"), "second", options)))
                .isEqualTo("key-3");
        assertThat(matching(verify(new Cli().key("old, older"), "older", options)))
                .isEqualTo("key-5");
        assertThat(verify(new Cli().key("old"), "other", options).out()).contains("MISMATCH");
    }

    @Test
    void aKeyThatSeveralSourcesNameIsOneKey() throws IOException {
        String[] options = {"--key", "new", "--key-file", file("old\nnew\n")};

        assertThat(matching(verify(new Cli().key("old,new,older"), "older", options)))
                .isEqualTo("key-3");
    }

    @Test
    void aKeyThatOneSourceNamesTwiceIsASlip() {
        complains(verify(new Cli().key("s3cr3t,s3cr3t"), "s3cr3t"), "the same key");
    }

    @Test
    void aByteOrderMarkBeforeTheFirstKeyIsNotPartOfIt() throws IOException {
        assertThat(matching(verify(new Cli(), "first", "--key-file", file("\uFEFFfirst\r\nsecond\r\n"))))
                .isEqualTo("key-1");
    }

    @Test
    void aFileWithoutAKeyIsNamedAlsoIfThereAreOtherKeys() throws IOException {
        String[] options = {"--key-file", file("\n  \n")};

        complains(
                verify(new Cli(), "s3cr3t", options),
                "--key-file",
                folder.resolve("keys").toString(),
                "no key");
        complains(verify(new Cli().key("s3cr3t"), "s3cr3t", options), "--key-file", "no key");
    }

    @Test
    void aKeyOfAWrongFormIsCalledByItsSourceAndPlace() throws IOException {
        complains(verify(new Cli().key("s3cr3t,"), "s3cr3t"), "CSS_CALLBACK_KEY, key 2 of 2: ", "empty");
        complains(verify(new Cli(), "s3cr3t", "--key", "s3cr3t x"), "--key: ", "white space");
        complains(
                verify(new Cli(), "s3cr3t", "--key-file", file("s3cr3t\ns3cr3t x")),
                "--key-file " + folder.resolve("keys") + ", key 2 of 2: ",
                "white space");
    }

    @ParameterizedTest
    @ValueSource(strings = {"receive", "verify", "send"})
    void theHelpExplainsThatKeysAddUpAndInWhichOrder(String command) {
        assertThat(new Cli().run(command, "--help").out().replaceAll("\\s+", " "))
                .contains("Keys add up: those of --key come first, then those of the file, then those of"
                        + " CSS_CALLBACK_KEY (several comma-separated).");
    }

    @Test
    void aCommaInAKeyOptionHintsAtTwoKeys() {
        Cli.Run run = new Cli()
                .input("{}".getBytes(StandardCharsets.UTF_8))
                .run("verify", "--key", "s3cr3tOne,s3cr3tTwo", "-");

        assertThat(run.err()).contains("for two keys, give --key twice").doesNotContain("s3cr3t");
    }
}
