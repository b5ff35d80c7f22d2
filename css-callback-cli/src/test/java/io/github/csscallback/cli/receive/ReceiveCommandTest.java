package io.github.csscallback.cli.receive;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.csscallback.cli.output.TextFormat;
import io.github.csscallback.cli.send.PacketPoster;
import io.github.csscallback.cli.testing.Cli;
import io.github.csscallback.cli.testing.Lines;
import io.github.csscallback.cli.testing.RunningReceiver;
import io.github.csscallback.core.event.EventType;
import io.github.csscallback.core.signature.CallbackKey;
import io.github.csscallback.testkit.SamplePacket;
import io.github.csscallback.testkit.SamplePackets;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

class ReceiveCommandTest {

    /** Not of the common pool, which has one thread on two processors and JDK 25. */
    private static final Executor OWN_THREAD = task -> new Thread(task, "receive").start();

    private static final String KEY = "s3cr3tKey";
    private static final String PUSH_SECRET = "5ec0de0f7a11c0ffee5ec0de0f7a11c0";

    private static SamplePacket signed(EventType type) {
        return SamplePackets.of(type)
                .signedWith(CallbackKey.of(KEY), Instant.now().plusSeconds(600));
    }

    private static int post(RunningReceiver receiver, SamplePacket packet) {
        return new PacketPoster(URI.create(receiver.address()))
                .post(packet.bytes())
                .status();
    }

    @Test
    void theFirstLineNamesTheAddressAndEachEventIsOneLine() throws Exception {
        try (RunningReceiver receiver = new RunningReceiver(new Cli().key(KEY))) {
            assertThat(receiver.address()).matches("http://127\\.0\\.0\\.1:[0-9]+/css");

            assertThat(post(receiver, signed(EventType.STREAM_END))).isEqualTo(200);

            JsonNode line = receiver.json();
            assertThat(line.get("record").textValue()).isEqualTo("StreamEndEvent");
            assertThat(line.get("event_type").intValue()).isZero();
            assertThat(line.get("stream_id").textValue()).isEqualTo("studio-7");
            assertThat(line.get("authenticated").booleanValue()).isTrue();
            assertThat(line.get("event").get("event_time").longValue())
                    .isEqualTo(Instant.parse("2026-03-14T10:11:20Z").getEpochSecond());
            assertThat(line.get("event").get("stream_param").textValue()).isEqualTo("***");
            assertThat(line.get("event").has("sign")).isFalse();
            assertThat(line.has("problems")).isFalse();
        }
    }

    @Test
    void everyKindComesThroughAndNoSecretDoes() throws Exception {
        try (RunningReceiver receiver =
                new RunningReceiver(new Cli().key(KEY), "--unsigned", "MonitorEvent,314", "--path", "/h00k")) {
            Set<String> records = new HashSet<>();
            for (EventType type : EventType.known()) {
                boolean unsigned = type.number() == 314 || type.number() == 328;
                SamplePacket packet = unsigned ? SamplePackets.of(type) : signed(type);

                assertThat(post(receiver, packet)).isEqualTo(200);

                JsonNode line = receiver.json();
                records.add(line.get("record").textValue());
                assertThat(line.get("authenticated").booleanValue()).isEqualTo(!unsigned);
                assertThat(line.toString()).doesNotContain(KEY, PUSH_SECRET, "txSecret");
            }
            assertThat(records)
                    .containsExactlyInAnyOrderElementsOf(EventType.known().stream()
                            .map(EventType::recordName)
                            .toList());
            assertThat(receiver.rest()).allMatch(line -> line.startsWith("note: "));
        }
    }

    @Test
    void secretTextsAreShownOnDemand() throws Exception {
        try (RunningReceiver receiver = new RunningReceiver(new Cli().key(KEY), "--reveal")) {
            post(receiver, signed(EventType.STREAM_BEGIN));

            JsonNode line = receiver.json();
            assertThat(line.get("event").get("stream_param").textValue()).contains("txSecret=" + PUSH_SECRET);
            assertThat(line.toString()).doesNotContain(KEY);
        }
    }

    @Test
    void aRejectedPacketIsNamedOnStandardErrorWithoutItsContent() throws Exception {
        try (RunningReceiver receiver = new RunningReceiver(new Cli().key(KEY))) {
            SamplePacket forged = SamplePackets.of(EventType.RECORD)
                    .with("stream_id", "f0rged-name")
                    .signedWith(CallbackKey.of("other"), Instant.now().plusSeconds(600));

            assertThat(post(receiver, forged)).isEqualTo(403);
            assertThat(receiver.complaint()).contains("403", "MISMATCH", "127.0.0.1");
            assertThat(post(receiver, SamplePackets.of(EventType.MONITOR))).isEqualTo(403);
            assertThat(receiver.complaint()).contains("ABSENT", "--unsigned");
            assertThat(new PacketPoster(URI.create(receiver.address()))
                            .post(new byte[] {'x'})
                            .status())
                    .isEqualTo(400);
            assertThat(receiver.complaint()).contains("400");
            assertThat(receiver.rest()).isEmpty();
        }
    }

    @Test
    void aDuplicateGets200AndIsNotPrintedAgain() throws Exception {
        try (RunningReceiver receiver = new RunningReceiver(new Cli().key(KEY))) {
            SamplePacket packet = signed(EventType.RECORD);

            assertThat(post(receiver, packet)).isEqualTo(200);
            assertThat(post(receiver, packet)).isEqualTo(200);

            assertThat(receiver.json().get("record").textValue()).isEqualTo("RecordEvent");
            assertThat(receiver.complaint()).contains("duplicate, responded 200");
            assertThat(receiver.rest()).isEmpty();
        }
    }

    @Test
    void membersOfAnotherFormAreNamed() throws Exception {
        try (RunningReceiver receiver = new RunningReceiver(new Cli().key(KEY))) {
            post(receiver, signed(EventType.RECORD).with("file_size", List.of()));

            JsonNode problem = receiver.json().get("problems").get(0);
            assertThat(problem.get("field").textValue()).isEqualTo("file_size");
            assertThat(problem.get("reason").textValue()).isNotBlank();
        }
    }

    @Test
    void aStoppedReceiverPrintsASummaryAndExitsWith0() throws Exception {
        RunningReceiver receiver = new RunningReceiver(new Cli().key(KEY));
        post(receiver, signed(EventType.SNAPSHOT));

        assertThat(receiver.stop()).isZero();
        assertThat(receiver.rest()).last().isEqualTo("stopped: 1 dispatched, 0 duplicate, 0 rejected, 0 failed");
    }

    @Test
    void aPortInUseIsSaidInOneLine() throws Exception {
        try (RunningReceiver receiver = new RunningReceiver(new Cli().key(KEY))) {
            String port = Integer.toString(URI.create(receiver.address()).getPort());

            Cli.Run run = new Cli().key(KEY).run("receive", "--port", port);

            assertThat(run.status()).isEqualTo(1);
            assertThat(run.out()).isEmpty();
            assertThat(run.err().lines())
                    .singleElement()
                    .asString()
                    .contains(port)
                    .contains("--port")
                    .doesNotContain("--bind");
        }
    }

    @Test
    void anAddressOfAnotherMachineIsNotBlamedOnThePort() {
        Cli.Run run = new Cli().key(KEY).run("receive", "--bind", "192.0.2.1", "--port", "0");

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().lines())
                .singleElement()
                .asString()
                .contains("192.0.2.1", "not an address of this machine", "--bind")
                .doesNotContain("--port");
    }

    @Test
    void whenNobodyReadsTheEventsAnyMoreTheyAreNotTakenAndTheReceiverStopsWithStatus1() throws Exception {
        Lines out = new Lines();
        Lines err = new Lines();
        AtomicBoolean closed = new AtomicBoolean();
        OutputStream pipe = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                if (closed.get()) {
                    throw new IOException("broken pipe");
                }
                out.write(b);
            }
        };
        CompletableFuture<Integer> status = CompletableFuture.supplyAsync(
                () -> new Cli()
                        .key(KEY)
                        .run(
                                new PrintStream(pipe, true, StandardCharsets.UTF_8),
                                new PrintStream(err, true, StandardCharsets.UTF_8),
                                "receive",
                                "--port",
                                "0"),
                OWN_THREAD);
        String address = out.next().replaceAll(".*(http[^\"]+).*", "$1");
        closed.set(true);

        int response = new PacketPoster(URI.create(address))
                .post(signed(EventType.RECORD).bytes())
                .status();

        assertThat(response).isEqualTo(500);
        assertThat(status.get(20, TimeUnit.SECONDS)).isEqualTo(1);
        assertThat(err.rest()).last().asString().contains("standard output: it is closed");
    }

    @Test
    void whenTheServerAcceptsNoMoreConnectionsTheReceiverStopsWithStatus1() throws Exception {
        Lines out = new Lines();
        Lines err = new Lines();
        CompletableFuture<Integer> status = CompletableFuture.supplyAsync(
                () -> new Cli()
                        .key(KEY)
                        .run(
                                new PrintStream(out, true, StandardCharsets.UTF_8),
                                new PrintStream(err, true, StandardCharsets.UTF_8),
                                "receive",
                                "--port",
                                "0"),
                OWN_THREAD);
        String address = out.next().replaceAll(".*(http[^\"]+).*", "$1");
        Logger jdk = Logger.getLogger("com.sun.net.httpserver");
        Handler failing = new Handler() {
            @Override
            public void publish(LogRecord entry) {
                if (Thread.currentThread().getName().equals("HTTP-Dispatcher")) {
                    throw new OutOfMemoryError("simulated");
                }
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        failing.setLevel(Level.ALL);
        jdk.setLevel(Level.ALL);
        jdk.setUseParentHandlers(false);
        jdk.addHandler(failing);
        try (Socket packet =
                new Socket(URI.create(address).getHost(), URI.create(address).getPort())) {
            packet.getOutputStream().write("GET /css HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII));

            assertThat(status.get(20, TimeUnit.SECONDS)).isEqualTo(1);
        } finally {
            jdk.removeHandler(failing);
            jdk.setUseParentHandlers(true);
            jdk.setLevel(null);
        }
        assertThat(err.rest()).last().asString().contains("no more connections are accepted", "-Xmx");
    }

    @Test
    void aPacketCannotSteerTheTerminal() {
        assertThat(TextFormat.printable("a\u001b[31mred\u0007\u009b2J\nb直"))
                .isEqualTo("a\\u001b[31mred\\u0007\\u009b2J\\nb直");
    }

    @Test
    void theMeaningOfAnInterruptionTheIdempotencyKeyAndTheTimeOfReceiptArePrinted() throws Exception {
        Instant before = Instant.now();
        try (RunningReceiver receiver = new RunningReceiver(new Cli().key(KEY))) {
            post(receiver, signed(EventType.STREAM_END).with("errcode", 18));

            JsonNode line = receiver.json();
            assertThat(line.get("interruption").textValue()).startsWith("push refused");
            assertThat(line.get("idempotency_key").textValue()).matches("[0-9a-f]{32}");
            assertThat(Instant.parse(line.get("received_at").textValue())).isBetween(before, Instant.now());
        }
    }

    @Test
    void withoutAKeyItNamesTheRemedyIfTheTemplateHasNone() {
        Cli.Run run = new Cli().run("receive", "--port", "0");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("template without a key", "template modify ID --callback-key-file FILE");
    }
}
