package io.github.csscallback.cli.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.csscallback.cli.service.ServiceOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** The management API on loopback: responds as scripted and keeps the requests. Made-up credentials. */
public final class ApiStub implements AutoCloseable {

    public static final String SECRET_ID = "AKIDmadeUpForTests0000000000000000001";
    public static final String SECRET_KEY = "madeUpSecretKeyForTests0000000001";

    /** A request as it came. */
    public record Request(String action, String authorization, String body) {}

    private final Map<String, Deque<String>> responses = new ConcurrentHashMap<>();
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final HttpServer server;

    public ApiStub() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::respond);
        server.start();
    }

    private void respond(HttpExchange exchange) throws IOException {
        try (exchange) {
            String action = exchange.getRequestHeaders().getFirst("X-TC-Action");
            String authorization = exchange.getRequestHeaders().getFirst("Authorization");
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            requests.add(new Request(action, authorization, body));
            Deque<String> left = responses.getOrDefault(action, new ArrayDeque<>());
            String members = left.size() > 1 ? left.poll() : left.peek();
            byte[] response = ("{\"Response\":{" + (members == null || members.isEmpty() ? "" : members + ",")
                            + "\"RequestId\":\"req-1\"}}")
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, response.length);
            exchange.getResponseBody().write(response);
        }
    }

    /** Responds to an action with these members, one after the other, the last for ever. */
    public ApiStub respondsWith(String action, String... members) {
        responses.put(action, new ArrayDeque<>(List.of(members)));
        return this;
    }

    public ApiStub rejects(String action, String code, String message) {
        return respondsWith(action, "\"Error\":{\"Code\":\"" + code + "\",\"Message\":\"" + message + "\"}");
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** The program with this stub for the API. */
    public Cli cli() {
        return new Cli()
                .variable("TENCENTCLOUD_SECRET_ID", SECRET_ID)
                .variable("TENCENTCLOUD_SECRET_KEY", SECRET_KEY)
                .variable(ServiceOptions.VARIABLE, url());
    }

    public List<Request> requests() {
        return requests;
    }

    public List<String> actions() {
        return requests.stream().map(Request::action).toList();
    }

    /** The body of the one request for an action. */
    public String body(String action) {
        List<String> bodies = requests.stream()
                .filter(request -> request.action().equals(action))
                .map(Request::body)
                .toList();
        if (bodies.size() != 1) {
            throw new AssertionError(bodies.size() + " requests for " + action);
        }
        return bodies.get(0);
    }

    public static JsonNode json(String text) throws IOException {
        return new ObjectMapper().readTree(text);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
