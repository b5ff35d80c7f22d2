package io.github.csscallback.benchmarks.manage;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Answers as the management API does, always the same, in a process of its own: 50 templates, or the id of a new one.
 * Prints its address, then waits for its standard input to end.
 */
public final class ApiServer {

    private ApiServer() {}

    /**
     * Runs the server.
     *
     * @param args none
     * @throws IOException if there is no free port
     */
    public static void main(String[] args) throws IOException {
        byte[] templates = templates().getBytes(StandardCharsets.UTF_8);
        byte[] created = answer("\"TemplateId\":1049").getBytes(StandardCharsets.UTF_8);
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 128);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            try (exchange) {
                exchange.getRequestBody().readAllBytes();
                String action = exchange.getRequestHeaders().getFirst("X-TC-Action");
                byte[] body = action.startsWith("Describe") ? templates : created;
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
            }
        });
        server.start();
        System.out.println("http://127.0.0.1:" + server.getAddress().getPort());
        while (System.in.read() >= 0) {
            // until whoever started this closes its end
        }
        server.stop(0);
        threads.shutdown();
    }

    private static String templates() {
        return answer(IntStream.range(0, 50)
                .mapToObj(i -> "{\"TemplateId\":" + (1000 + i) + ",\"TemplateName\":\"shop-live-" + i
                        + "\",\"Description\":\"callbacks of shop " + i + "\""
                        + ",\"StreamBeginNotifyUrl\":\"https://hooks.example.com/css/begin?shop=" + i + "\""
                        + ",\"StreamEndNotifyUrl\":\"https://hooks.example.com/css/end?shop=" + i + "\""
                        + ",\"StreamMixNotifyUrl\":\"\""
                        + ",\"RecordNotifyUrl\":\"https://hooks.example.com/css/record?shop=" + i + "\""
                        + ",\"SnapshotNotifyUrl\":\"\",\"PornCensorshipNotifyUrl\":\"\""
                        + ",\"CallbackKey\":\"0123456789abcdef0123456789abcdef\""
                        + ",\"PushExceptionNotifyUrl\":null,\"AudioAuditNotifyUrl\":null}")
                .collect(Collectors.joining(",", "\"Templates\":[", "]")));
    }

    private static String answer(String members) {
        return "{\"Response\":{" + members + ",\"RequestId\":\"3c140219-cfe9-470e-b241-907877d6fb03\"}}";
    }
}
