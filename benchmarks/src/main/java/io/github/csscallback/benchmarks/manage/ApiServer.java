package io.github.csscallback.benchmarks.manage;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

/**
 * A stand-in for the management API over TLS 1.3, in a process of its own. Its responses are constant: 50 templates, or the id
 * of a new one. Prints its address and runs until its standard input ends. The key pair comes from the system property {@code
 * javax.net.ssl.keyStore}.
 */
public final class ApiServer {

    private ApiServer() {}

    public static void main(String[] args) throws IOException, GeneralSecurityException {
        byte[] templates = templates().getBytes(StandardCharsets.UTF_8);
        byte[] created = response("\"TemplateId\":1049").getBytes(StandardCharsets.UTF_8);
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 128);
        server.setHttpsConfigurator(new Tls13(SSLContext.getDefault()));
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
        System.out.println("https://127.0.0.1:" + server.getAddress().getPort());
        while (System.in.read() >= 0) {
            // runs until its parent closes the pipe
        }
        server.stop(0);
        threads.shutdown();
    }

    private static String templates() {
        return response(IntStream.range(0, 50)
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

    private static String response(String members) {
        return "{\"Response\":{" + members + ",\"RequestId\":\"3c140219-cfe9-470e-b241-907877d6fb03\"}}";
    }

    private static final class Tls13 extends HttpsConfigurator {

        Tls13(SSLContext context) {
            super(context);
        }

        @Override
        public void configure(HttpsParameters parameters) {
            SSLParameters tls = getSSLContext().getDefaultSSLParameters();
            tls.setProtocols(new String[] {"TLSv1.3"});
            parameters.setSSLParameters(tls);
        }
    }
}
