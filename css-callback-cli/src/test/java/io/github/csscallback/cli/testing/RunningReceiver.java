package io.github.csscallback.cli.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** {@code receive} at work in a thread, on a free port. */
public final class RunningReceiver implements AutoCloseable {

    private final Lines out = new Lines();
    private final Lines err = new Lines();
    private final CompletableFuture<Integer> status = new CompletableFuture<>();
    private final Thread thread;
    private final String address;

    public RunningReceiver(Cli cli, String... options) throws InterruptedException, IOException {
        List<String> args = new ArrayList<>(List.of("receive", "--port", "0"));
        args.addAll(List.of(options));
        thread = new Thread(() -> status.complete(cli.run(stream(out), stream(err), args.toArray(new String[0]))));
        thread.start();
        address = json().get("listening").textValue();
    }

    private static PrintStream stream(Lines lines) {
        return new PrintStream(lines, true, StandardCharsets.UTF_8);
    }

    public String address() {
        return address;
    }

    public JsonNode json() throws InterruptedException, IOException {
        return new ObjectMapper().readTree(out.next());
    }

    public String complaint() throws InterruptedException {
        return err.next();
    }

    public List<String> rest() {
        List<String> rest = new ArrayList<>(out.rest());
        rest.addAll(err.rest());
        return rest;
    }

    public int stop() throws InterruptedException, ExecutionException, TimeoutException {
        thread.interrupt();
        return status.get(20, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        thread.interrupt();
        status.orTimeout(20, TimeUnit.SECONDS).join();
    }
}
