package io.github.csscallback.cli.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.csscallback.cli.input.InputFiles;
import io.github.csscallback.cli.testing.Cli;
import io.github.csscallback.core.event.EventType;
import io.github.csscallback.core.signature.CallbackKey;
import io.github.csscallback.testkit.SamplePacket;
import io.github.csscallback.testkit.SamplePackets;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerifyCommandTest {

    private static final String KEY = "abc123";
    private static final Instant T = Instant.ofEpochSecond(1_703_732_078);
    private static final String IN_TIME = T.minusSeconds(590).toString();

    private final SamplePacket sample = SamplePackets.of(EventType.RECORD);
    private final SamplePacket signed = sample.signedWith(CallbackKey.of(KEY), T);

    private static Cli.Run verify(SamplePacket packet, String at) {
        return new Cli().key(KEY).input(packet.bytes()).run("verify", "--at", at, "-");
    }

    private static JsonNode json(Cli.Run run) throws IOException {
        return new ObjectMapper().readTree(run.out());
    }

    @ParameterizedTest
    @CsvSource({
        "abc123,1703732078,47fe04d374a6348b4b19161bf0f6172b",
        "Key0123456789abcdefKEY0123456789,1754623810,5adfb49c21bf84e80085328bc5917096",
        "adasda131312,1622600525,e341a192386355c540bbb10b85fa9b6a"
    })
    void aPacketWithAKnownSignatureIsValid(String key, long t, String sign) throws IOException {
        byte[] packet = sample.with("t", t).with("sign", sign).bytes();

        Cli.Run run = new Cli()
                .key("another," + key)
                .input(packet)
                .run("verify", "--at", Instant.ofEpochSecond(t).toString(), "-");

        assertThat(run.status()).isZero();
        assertThat(json(run).get("result").textValue()).isEqualTo("VALID");
        assertThat(json(run).get("key").textValue()).isEqualTo("key-2");
        assertThat(json(run).get("t").textValue())
                .isEqualTo(Instant.ofEpochSecond(t).toString());
        assertThat(run.err()).isEmpty();
    }

    @Test
    void aPacketWithoutSignatureIsAbsent() throws IOException {
        rejected(verify(sample, IN_TIME), "ABSENT");
    }

    @Test
    void aPacketWithHalfASignatureIsMalformed() throws IOException {
        rejected(verify(signed.without("sign"), IN_TIME), "MALFORMED");
        rejected(verify(signed.with("t", "01703732078"), IN_TIME), "MALFORMED");
    }

    @Test
    void aSignThatIsANumberIsMalformedAsForTheReceiver() throws IOException {
        rejected(
                verify(signed.with("sign", new java.math.BigInteger("12345678901234567890123456789012")), IN_TIME),
                "MALFORMED");
    }

    @Test
    void aPacketSignedWithAnotherKeyIsAMismatch() throws IOException {
        rejected(verify(sample.signedWith(CallbackKey.of("other"), T), IN_TIME), "MISMATCH");
    }

    @Test
    void aPacketThatIsTooOldIsExpired() throws IOException {
        assertThat(verify(signed, T.plusSeconds(600).toString()).status()).isZero();
        rejected(verify(signed, T.plusSeconds(601).toString()), "EXPIRED");
    }

    @Test
    void aPacketOfTheFutureIsTooFarAhead() throws IOException {
        assertThat(verify(signed, T.minusSeconds(900).toString()).status()).isZero();
        rejected(verify(signed, T.minusSeconds(901).toString()), "NOT_YET_VALID");
    }

    @Test
    void bytesThatAreNoPacketAreUnreadable() throws IOException {
        Cli.Run run = new Cli().key(KEY).input(new byte[] {'{', '"', 'a', '"'}).run("verify", "-");

        rejected(run, "UNREADABLE");
    }

    private static void rejected(Cli.Run run, String result) throws IOException {
        assertThat(run.status()).isEqualTo(1);
        assertThat(json(run).get("result").textValue()).isEqualTo(result);
        assertThat(json(run).get("why").textValue()).isNotBlank();
        assertThat(run.err().lines()).singleElement().asString().contains(result);
    }

    @Test
    void aPacketInAFileIsVerifiedByTheClockIfNoTimeIsGiven(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("packet.json");
        Files.write(file, signed.bytes());
        Cli cli = new Cli().key(KEY);

        rejected(cli.run("verify", file.toString()), "EXPIRED");

        Files.write(
                file,
                sample.signedWith(CallbackKey.of(KEY), Instant.now().plusSeconds(600))
                        .bytes());
        assertThat(cli.run("verify", file.toString()).status()).isZero();
    }

    @Test
    void aFileThatCannotBeReadIsNamedInOneLine(@TempDir Path folder) {
        Cli cli = new Cli().key(KEY);

        Cli.Run missing = cli.run("verify", folder.resolve("nothing.json").toString());
        Cli.Run directory = cli.run("verify", folder.toString());

        assertThat(missing.status()).isEqualTo(1);
        assertThat(missing.err().lines())
                .singleElement()
                .asString()
                .contains("nothing.json")
                .contains("no such file");
        assertThat(directory.status()).isEqualTo(1);
        assertThat(directory.err().lines()).singleElement().asString().contains("directory");
    }

    @Test
    void whatIsFarLargerThanAnyPacketIsRejectedInOneLineAndNotRead(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("huge.json");
        try (RandomAccessFile huge = new RandomAccessFile(file.toFile(), "rw")) {
            huge.setLength(1L << 32); // more than an array holds, and nothing on the disk
        }

        Cli.Run named = new Cli().key(KEY).run("verify", file.toString());
        Cli.Run sent = new Cli().key(KEY).run("send", "--to", "http://127.0.0.1:1/", "--packet", file.toString());
        Cli.Run piped =
                new Cli().key(KEY).input(new byte[InputFiles.LARGEST + 1]).run("verify", "-");
        Cli.Run keys = new Cli().input(signed.bytes()).run("verify", "--key-file", file.toString(), "-");

        for (Cli.Run run : List.of(named, sent, piped, keys)) {
            assertThat(run.status()).isEqualTo(1);
            assertThat(run.out()).isEmpty();
            assertThat(run.err().lines()).singleElement().asString().contains("larger than 4 MiB");
        }
        assertThat(named.err()).contains("huge.json");
        assertThat(piped.err()).contains("standard input");
    }

    @Test
    void whatIsLargerThanTheReceiverTakesIsStillVerifiedAsByTheReceiver() throws IOException {
        Cli.Run run = new Cli().key(KEY).input(new byte[InputFiles.LARGEST]).run("verify", "-");

        rejected(run, "UNREADABLE");
    }

    @Test
    void onATerminalTheVerdictIsText() {
        Cli.Run run = new Cli()
                .key(KEY)
                .variable("NO_COLOR", "1")
                .onTerminal()
                .input(signed.bytes())
                .run("verify", "--at", IN_TIME, "-");

        assertThat(run.out()).startsWith("VALID, signed with key-1, t 2023-12-28T02:54:38Z");
    }
}
