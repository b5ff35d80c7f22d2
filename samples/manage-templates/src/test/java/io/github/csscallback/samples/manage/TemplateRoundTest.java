package io.github.csscallback.samples.manage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.csscallback.client.CssCallbackClient;
import io.github.csscallback.client.Endpoint;
import io.github.csscallback.client.credentials.Credentials;
import io.github.csscallback.client.credentials.CredentialsProvider;
import io.github.csscallback.client.error.CssApiException;
import io.github.csscallback.core.signature.CallbackKey;
import io.github.csscallback.core.template.Site;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TemplateRoundTest {

    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final Map<String, String> responses = new ConcurrentHashMap<>();
    private HttpServer api;
    private CssCallbackClient client;

    @BeforeEach
    void start() throws IOException {
        api = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        api.createContext("/", this::respond);
        api.start();
        responses.put("CreateLiveCallbackTemplate", "\"TemplateId\":7,");
        client = CssCallbackClient.builder()
                .credentials(CredentialsProvider.of(Credentials.of("madeUpId", "madeUpKey")))
                .site(Site.CHINA)
                .endpoint(Endpoint.of(
                        URI.create("http://127.0.0.1:" + api.getAddress().getPort())))
                .build();
    }

    @AfterEach
    void stop() {
        client.close();
        api.stop(0);
    }

    private void respond(HttpExchange exchange) throws IOException {
        try (exchange) {
            String action = exchange.getRequestHeaders().getFirst("X-TC-Action");
            requests.add(action + " " + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            byte[] body = ("{\"Response\":{" + responses.getOrDefault(action, "") + "\"RequestId\":\"req-1\"}}")
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private void run() {
        new TemplateRound(client, "push.example.com", "live")
                .run(URI.create("https://hooks.example.com/css"), CallbackKey.of("abc123"));
    }

    private List<String> actions() {
        return requests.stream().map(request -> request.split(" ", 2)[0]).toList();
    }

    @Test
    void aTemplateIsCreatedBoundListedUnboundAndDeleted() {
        run();

        assertThat(actions())
                .containsExactly(
                        "DescribeLiveCallbackRules",
                        "CreateLiveCallbackTemplate",
                        "CreateLiveCallbackRule",
                        "DescribeLiveCallbackTemplates",
                        "DescribeLiveCallbackRules",
                        "DeleteLiveCallbackRule",
                        "DeleteLiveCallbackTemplate");
        assertThat(requests.get(1)).contains("\"RecordNotifyUrl\":\"https://hooks.example.com/css\"");
        assertThat(requests.get(5)).contains("\"DomainName\":\"push.example.com\"", "\"AppName\":\"live\"");
        assertThat(requests.get(6)).contains("\"TemplateId\":7");
    }

    @Test
    void whatWasMadeIsTakenAwayWhenListingFails() {
        responses.put(
                "DescribeLiveCallbackTemplates", "\"Error\":{\"Code\":\"UnauthorizedOperation\",\"Message\":\"no\"},");

        assertThatThrownBy(this::run).isInstanceOf(CssApiException.class).hasMessageContaining("UnauthorizedOperation");

        assertThat(actions()).endsWith("DeleteLiveCallbackRule", "DeleteLiveCallbackTemplate");
    }

    @Test
    void theTemplateIsTakenAwayWhenBindingFails() {
        responses.put(
                "CreateLiveCallbackRule", "\"Error\":{\"Code\":\"InternalError.ConfNotFound\",\"Message\":\"no\"},");

        assertThatThrownBy(this::run).isInstanceOf(CssApiException.class);

        assertThat(actions()).endsWith("CreateLiveCallbackRule", "DeleteLiveCallbackTemplate");
    }

    @Test
    void aRuleOfSomebodyElseIsNotTouched() {
        responses.put(
                "DescribeLiveCallbackRules",
                "\"Rules\":[{\"DomainName\":\"push.example.com\",\"AppName\":\"live\",\"TemplateId\":3}],");

        run();

        assertThat(actions()).containsExactly("DescribeLiveCallbackRules");
    }
}
