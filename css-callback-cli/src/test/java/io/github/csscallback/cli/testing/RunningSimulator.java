package io.github.csscallback.cli.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** {@code simulate} at work in a thread, on free ports. */
public final class RunningSimulator implements AutoCloseable {

    private final HttpClient client = HttpClient.newHttpClient();
    private final Lines out = new Lines();
    private final Lines err = new Lines();
    private final CompletableFuture<Integer> status = new CompletableFuture<>();
    private final Thread thread;
    private final JsonNode first;

    public RunningSimulator(String... options) throws InterruptedException, IOException {
        List<String> args = new ArrayList<>(List.of("simulate"));
        args.addAll(List.of(options));
        thread =
                new Thread(() -> status.complete(new Cli().run(stream(out), stream(err), args.toArray(new String[0]))));
        thread.start();
        first = json();
    }

    private static PrintStream stream(Lines lines) {
        return new PrintStream(lines, true, StandardCharsets.UTF_8);
    }

    /** The first line that was printed. */
    public JsonNode first() {
        return first;
    }

    public JsonNode json() throws InterruptedException, IOException {
        return new ObjectMapper().readTree(out.next());
    }

    public String said() throws InterruptedException {
        return err.next();
    }

    public List<String> rest() {
        List<String> rest = new ArrayList<>(out.rest());
        rest.addAll(err.rest());
        return rest;
    }

    /** The program for its API, with the credentials that it printed. */
    public Cli cli() {
        return new Cli()
                .variable("TENCENTCLOUD_SECRET_ID", first.get("secret_id").textValue())
                .variable("TENCENTCLOUD_SECRET_KEY", first.get("secret_key").textValue());
    }

    public String api() {
        return first.get("api").textValue();
    }

    public JsonNode post(String path, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(first.get("control").textValue() + path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
        return new ObjectMapper().readTree(response.body());
    }

    public JsonNode push(String stream) throws IOException, InterruptedException {
        return post("/streams", "{\"domain\":\"push.example.com\",\"app\":\"live\",\"stream\":\"" + stream + "\"}")
                .get("delivery");
    }

    public int stop() throws InterruptedException, ExecutionException, TimeoutException {
        thread.interrupt();
        return status.get(20, TimeUnit.SECONDS);
    }

    /** Its exit status, when it ends by itself. */
    public int status() throws InterruptedException, ExecutionException, TimeoutException {
        return status.get(20, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        thread.interrupt();
        status.orTimeout(20, TimeUnit.SECONDS).join();
    }
}
