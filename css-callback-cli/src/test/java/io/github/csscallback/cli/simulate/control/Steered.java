package io.github.csscallback.cli.simulate.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.csscallback.testkit.simulator.CssSimulator;
import io.github.csscallback.testkit.simulator.SimulatedEvent;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A simulated CSS with its control address, and a client of the latter. */
final class Steered implements AutoCloseable, ControlListener {

    /** A response. */
    record Response(int status, HttpHeaders headers, JsonNode json) {

        String reason() {
            return json.path("reason").asText();
        }

        String field() {
            return json.path("field").asText();
        }
    }

    private final HttpClient client = HttpClient.newHttpClient();
    private final CssSimulator css;
    private final ControlServer control;
    private final List<SimulatedEvent> notSent = new CopyOnWriteArrayList<>();
    private final List<RuntimeException> mistakes = new CopyOnWriteArrayList<>();

    private Steered(CssSimulator.Builder settings, TimeMode time) {
        css = settings.start();
        control = ControlServer.on(0, css, time, this);
        control.start();
    }

    static Steered simulated() {
        return new Steered(CssSimulator.builder().seed(7), TimeMode.simulated);
    }

    static Steered real() {
        return new Steered(CssSimulator.builder().realTime(), TimeMode.real);
    }

    CssSimulator css() {
        return css;
    }

    String address() {
        return control.address();
    }

    List<SimulatedEvent> notSent() {
        return notSent;
    }

    Response get(String path) throws IOException, InterruptedException {
        return send(to(path).GET());
    }

    Response post(String path, String body) throws IOException, InterruptedException {
        return send(to(path).header("Content-Type", "application/json").POST(text(body)));
    }

    Response delete(String path) throws IOException, InterruptedException {
        return send(to(path).DELETE());
    }

    Response delete(String path, String body) throws IOException, InterruptedException {
        return send(to(path).header("Content-Type", "application/json").method("DELETE", text(body)));
    }

    HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create(address() + path));
    }

    static HttpRequest.BodyPublisher text(String body) {
        return HttpRequest.BodyPublishers.ofString(body);
    }

    Response send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        String body = response.body();
        return new Response(
                response.statusCode(), response.headers(), new ObjectMapper().readTree(body.isEmpty() ? "{}" : body));
    }

    /** The first line of the response to a request as it stands here. */
    String raw(String request) throws IOException {
        URI address = URI.create(address());
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            String response = new String(socket.getInputStream().readNBytes(12), StandardCharsets.ISO_8859_1);
            return response.substring(Math.min(9, response.length()));
        }
    }

    /** Template and rule with all addresses there, in force at once. */
    void bindTo(String address) throws IOException, InterruptedException {
        Response bound = post(
                "/bindings",
                "{\"domain\":\"push.example.com\",\"app\":\"live\",\"key\":\"k3y\",\"url\":\"" + address + "\"}");
        if (bound.status() != 201) {
            throw new AssertionError(bound);
        }
    }

    Response push(String stream) throws IOException, InterruptedException {
        return post("/streams", push("push.example.com", stream));
    }

    static String push(String domain, String stream) {
        return "{\"domain\":\"" + domain + "\",\"app\":\"live\",\"stream\":\"" + stream + "\"}";
    }

    @Override
    public void notSent(SimulatedEvent delivery) {
        notSent.add(delivery);
    }

    @Override
    public void failed(RuntimeException mistake) {
        mistakes.add(mistake);
    }

    @Override
    public void close() {
        css.close();
        control.close();
        if (!mistakes.isEmpty()) {
            throw new AssertionError("a call failed", mistakes.get(0));
        }
    }
}
