package io.github.csscallback.cli.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.csscallback.cli.CssCallback;
import io.github.csscallback.cli.testing.Cli;
import io.github.csscallback.cli.testing.Lines;
import io.github.csscallback.cli.testing.RunningReceiver;
import io.github.csscallback.cli.testing.RunningSimulator;
import io.github.csscallback.cli.testing.Threads;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

class SimulateCommandTest {

    /** Not of the common pool, which has one thread on two processors and JDK 25. */
    private static final Executor OWN_THREAD = task -> new Thread(task, "simulate").start();

    private static final String KEY = "s3cr3tKey";

    private static String binding(String url) {
        return "{\"domain\":\"push.example.com\",\"app\":\"live\",\"key\":\"" + KEY + "\",\"url\":\"" + url + "\"}";
    }

    @Test
    void theFirstLineNamesTheAddressAndWithWhichMadeUpCredentials() throws Exception {
        try (RunningSimulator css = new RunningSimulator()) {
            assertThat(css.first().get("api").textValue()).matches("http://127\\.0\\.0\\.1:[0-9]+");
            assertThat(css.first().get("control").textValue()).matches("http://127\\.0\\.0\\.1:[0-9]+");
            assertThat(css.first().get("secret_id").textValue()).isNotBlank();
            assertThat(css.first().get("secret_key").textValue()).isNotBlank();
            assertThat(css.first()).hasSize(4);
            assertThat(css.said()).contains("time is simulated", "POST /clock/advance");
        }
    }

    @Test
    void everyAttemptIsOneLine() throws Exception {
        try (RunningSimulator css = new RunningSimulator();
                RunningReceiver receiver = new RunningReceiver(new Cli().key(KEY))) {
            css.post("/bindings", binding(receiver.address()));

            css.push("room-1");
            JsonNode first = css.json();
            receiver.stop();
            css.push("room-2");
            JsonNode second = css.json();

            assertThat(receiver.json().get("stream_id").textValue()).isEqualTo("room-1");
            assertThat(first.get("event").textValue()).isEqualTo("StreamBeginEvent");
            assertThat(first.get("url").textValue()).isEqualTo(receiver.address());
            assertThat(first.get("attempt").intValue()).isEqualTo(1);
            assertThat(first.get("status").intValue()).isEqualTo(200);
            assertThat(first.get("at").textValue()).endsWith("Z");
            assertThat(first.has("failure")).isFalse();
            assertThat(second.get("status").isNull()).isTrue();
            assertThat(second.get("failure").textValue()).contains("refused");
            assertThat(css.rest()).noneMatch(line -> line.contains(KEY));
        }
    }

    @Test
    void aTemplateMadeAndBoundByTheCommandsComesIntoForceWhenTheClockMoves() throws Exception {
        try (RunningSimulator css = new RunningSimulator();
                RunningReceiver receiver = new RunningReceiver(new Cli().key(KEY))) {
            Cli.Run created = css.cli()
                    .key(KEY)
                    .run(("template create --name shop --callback-key-env CSS_CALLBACK_KEY --endpoint " + css.api()
                                    + " --stream-begin-notify-url " + receiver.address())
                            .split(" ", -1));
            assertThat(created.status()).isZero();
            String id =
                    new ObjectMapper().readTree(created.out()).get("TemplateId").asText();
            Cli.Run bound = css.cli().run("rule", "bind", id, "push.example.com", "live", "--endpoint", css.api());
            assertThat(bound.status()).isZero();

            JsonNode early = css.push("early");
            css.post("/clock/advance", "{\"seconds\":600}");
            JsonNode inTime = css.push("in-time");

            assertThat(early.get("state").textValue()).isEqualTo("not_sent");
            assertThat(early.get("why_not_sent").textValue()).contains("comes into force at");
            assertThat(inTime.get("state").textValue()).isEqualTo("acknowledged");
            assertThat(receiver.json().get("stream_id").textValue()).isEqualTo("in-time");
            assertThat(css.said()).startsWith("time is simulated");
            assertThat(css.said())
                    .startsWith("not sent: StreamBeginEvent (1) of push.example.com/live/early: the rule");
        }
    }

    @Test
    void changesActAtOnceOnDemand() throws Exception {
        try (RunningSimulator css = new RunningSimulator("--propagation", "0", "--site", "international")) {
            Cli api = css.cli();
            api.run(("template create --name a --site international --record-notify-url http://127.0.0.1:9/"
                            + " --endpoint " + css.api())
                    .split(" ", -1));
            api.run(("rule bind 100001 push.example.com live --site international --endpoint " + css.api())
                    .split(" ", -1));

            assertThat(css.push("room-1").get("why_not_sent").textValue())
                    .contains("template in force")
                    .contains("StreamBeginNotifyUrl");
        }
    }

    @Test
    void otherHostsGetNothingUnlessTheyAreNamed() throws Exception {
        try (RunningReceiver receiver = new RunningReceiver(new Cli().key(KEY))) {
            // This machine under a name that does not look like it.
            String url = receiver.address().replace("127.0.0.1", "[::ffff:127.0.0.1]");
            try (RunningSimulator css = new RunningSimulator()) {
                css.post("/bindings", binding(url));

                assertThat(css.push("room-1").get("why_not_sent").textValue()).contains("--allow-target");
            }
            try (RunningSimulator css = new RunningSimulator(
                    "--allow-target", "hooks.example.com", "--allow-target", "[::ffff:127.0.0.1]")) {
                css.post("/bindings", binding(url));

                assertThat(css.push("room-2").get("state").textValue()).isEqualTo("acknowledged");
            }
            assertThat(receiver.json().get("stream_id").textValue()).isEqualTo("room-2");
        }
    }

    @Test
    void faultsAtRandomAreTheSameAgainFromTheirSeed() throws Exception {
        String[] faults = new String[2];
        for (int run = 0; run < 2; run++) {
            try (RunningSimulator css = new RunningSimulator("--random-faults=1", "--seed", "42")) {
                css.post("/bindings", binding("http://127.0.0.1:9/"));
                faults[run] = css.push("room-1").get("faults").toString();

                css.said();
                assertThat(css.said()).contains("--seed 42");
            }
        }
        assertThat(faults[0]).isEqualTo(faults[1]).isNotEqualTo("[]");
    }

    @Test
    void inRealTimeDeliveriesGoOnByThemselves() throws Exception {
        try (RunningSimulator css = new RunningSimulator("--time", "real");
                RunningReceiver receiver = new RunningReceiver(new Cli().key(KEY))) {
            css.post("/bindings", binding(receiver.address()));
            css.push("room-1");

            assertThat(receiver.json().get("stream_id").textValue()).isEqualTo("room-1");
            assertThat(css.json().get("status").intValue()).isEqualTo(200);
        }
    }

    @Test
    void aStoppedSimulatorLeavesNoThreadAndPrintsASummary() throws Exception {
        Set<String> before = Threads.ofOurs();
        RunningSimulator css = new RunningSimulator("--time", "real");
        css.post("/bindings", binding("http://127.0.0.1:9/"));
        css.push("room-1");
        css.json();
        assertThat(Threads.ofOurs()).hasSizeGreaterThan(before.size());

        assertThat(css.stop()).isZero();

        assertThat(css.rest())
                .last()
                .isEqualTo("stopped: 0 not sent, 1 pending, 0 acknowledged, 0 given up; attempts: 1");
        assertThat(Threads.ofOurs()).isSubsetOf(before);
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "it has no signal to end a process cleanly")
    void aSignalEndsTheProcessCleanlyEvenWhileACallWaitsForAReceiver() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        CssCallback.class.getName(),
                        "simulate")
                .start();
        try (BufferedReader out =
                        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
                ServerSocket silent = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            JsonNode first = new ObjectMapper().readTree(out.readLine());
            String control = first.get("control").textValue();
            HttpClient client = HttpClient.newHttpClient();
            client.send(
                    post(control + "/bindings", binding("http://127.0.0.1:" + silent.getLocalPort() + "/")),
                    HttpResponse.BodyHandlers.ofString());
            CompletableFuture<HttpResponse<String>> waiting = client.sendAsync(
                    post(control + "/streams", "{\"domain\":\"push.example.com\",\"app\":\"live\",\"stream\":\"a\"}"),
                    HttpResponse.BodyHandlers.ofString());
            silent.setSoTimeout(20_000);
            silent.accept();

            process.toHandle().destroy(); // and not process.destroy(), which closes its streams, too

            assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isZero();
            String said = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(said.lines()).last().asString().startsWith("stopped: 0 not sent, 1 pending");
            assertThat(waiting.handle((response, failure) -> "over").get(20, TimeUnit.SECONDS))
                    .isEqualTo("over");
        } finally {
            process.destroyForcibly();
        }
    }

    private static HttpRequest post(String address, String body) {
        return HttpRequest.newBuilder(URI.create(address))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    @Test
    void whenNobodyReadsTheAttemptsAnyMoreItStopsWithStatus1() throws Exception {
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
                        .run(
                                new PrintStream(pipe, true, StandardCharsets.UTF_8),
                                new PrintStream(err, true, StandardCharsets.UTF_8),
                                "simulate"),
                OWN_THREAD);
        String control = new ObjectMapper().readTree(out.next()).get("control").textValue();
        closed.set(true);
        HttpClient client = HttpClient.newHttpClient();
        for (String[] call : List.of(
                new String[] {"/bindings", binding("http://127.0.0.1:9/")},
                new String[] {"/streams", "{\"domain\":\"push.example.com\",\"app\":\"live\",\"stream\":\"a\"}"})) {
            client.sendAsync(post(control + call[0], call[1]), HttpResponse.BodyHandlers.ofString())
                    .handle((response, failure) -> "over")
                    .get(20, TimeUnit.SECONDS);
        }

        assertThat(status.get(20, TimeUnit.SECONDS)).isEqualTo(1);
        assertThat(err.rest()).last().asString().contains("standard output: it is closed");
    }

    @Test
    void aPortInUseIsSaidInOneLine() throws Exception {
        try (RunningSimulator css = new RunningSimulator()) {
            css.post("/reset", "{}"); // it has started all its threads when it responds
            String api = Integer.toString(URI.create(css.api()).getPort());
            for (String option : List.of("--api-port", "--control-port")) {
                Set<String> before = Threads.ofOurs();

                Cli.Run run = new Cli().run("simulate", option, api);

                assertThat(run.status()).isEqualTo(1);
                assertThat(run.out()).isEmpty();
                assertThat(run.err().lines()).singleElement().asString().contains(api, option);
                assertThat(Threads.ofOurs()).isSubsetOf(before);
            }
        }
    }

    @Test
    void onATerminalTheVariablesToSetArePrinted() throws Exception {
        Lines out = new Lines();
        Thread thread = new Thread(() -> new Cli()
                .onTerminal()
                .variable("NO_COLOR", "1")
                .run(
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8),
                        "simulate"));
        thread.start();
        try {
            assertThat(out.next()).matches("control address http://127\\.0\\.0\\.1:[0-9]+, Ctrl-C stops");
            assertThat(out.next()).startsWith("management API  http://127.0.0.1:");
            assertThat(out.next()).isEmpty();
            assertThat(out.next()).startsWith("  export CSS_CALLBACK_ENDPOINT=http://127.0.0.1:");
            assertThat(out.next()).startsWith("  export TENCENTCLOUD_SECRET_ID=");
            assertThat(out.next()).startsWith("  export TENCENTCLOUD_SECRET_KEY=");
        } finally {
            thread.interrupt();
            thread.join(20_000);
        }
    }

    @Test
    void theHelpNamesEveryCallAndHowTemplatesAreMade() throws Exception {
        String help = new Cli().run("simulate", "--help").out().replaceAll("\\s+", " ");

        try (RunningSimulator css = new RunningSimulator()) {
            HttpResponse<String> overview = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create(
                                            css.first().get("control").textValue() + "/"))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            JsonNode all = new ObjectMapper().readTree(overview.body());
            assertThat(all.get("calls")).hasSizeGreaterThan(10);
            for (JsonNode call : all.get("calls")) {
                assertThat(help).contains(call.get("call").textValue());
            }
            for (JsonNode fault : all.get("faults")) {
                assertThat(help).contains(" " + fault.textValue() + " ");
            }
        }
        assertThat(help)
                .contains("css-callback template create", "CSS_CALLBACK_ENDPOINT", "rule bind")
                .contains("--time=KIND", "simulated if not given")
                .contains("Content-Type: application/json");
    }
}
