package io.github.csscallback.client.support;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.github.csscallback.client.CssCallbackClient;
import io.github.csscallback.client.Endpoint;
import io.github.csscallback.client.credentials.Credentials;
import io.github.csscallback.client.credentials.CredentialsProvider;
import io.github.csscallback.client.retry.Retry;
import io.github.csscallback.core.template.Site;
import io.github.csscallback.testsupport.SettableClock;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The API played by WireMock, with a client, a clock and what the client did. Made-up credentials. */
public final class StubbedService
        implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, AfterAllCallback {

    public static final String SECRET_ID = "AKIDmadeUpForTests0000000000000000001";
    public static final String SECRET_KEY = "madeUpSecretKeyForTests0000000001";
    public static final Instant NOW = Instant.parse("2026-11-24T04:00:00.250Z");

    private static final Pattern SIGNED_HEADERS = Pattern.compile("SignedHeaders=([^,]+),");

    private final WireMockServer server =
            new WireMockServer(WireMockConfiguration.options().dynamicPort().bindAddress("127.0.0.1"));
    private final List<Retry> retries = new CopyOnWriteArrayList<>();
    private SettableClock clock = SettableClock.at(NOW);
    private RecordingSleeper sleeper = new RecordingSleeper(clock);
    private CssCallbackClient client = unstarted();

    private static CssCallbackClient unstarted() {
        return CssCallbackClient.builder()
                .credentials(CredentialsProvider.of(Credentials.of(SECRET_ID, SECRET_KEY)))
                .site(Site.CHINA)
                .build();
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        server.start();
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        server.resetAll();
        retries.clear();
        clock = SettableClock.at(NOW);
        sleeper = new RecordingSleeper(clock);
        client = builder().build();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        client.close();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        server.stop();
    }

    public CssCallbackClient.Builder builder() {
        return CssCallbackClient.builder()
                .credentials(CredentialsProvider.of(Credentials.of(SECRET_ID, SECRET_KEY)))
                .site(Site.CHINA)
                .endpoint(Endpoint.of(uri()))
                .clock(clock)
                .sleeper(sleeper)
                .retryListener(retries::add);
    }

    public URI uri() {
        return URI.create("http://127.0.0.1:" + server.port() + "/");
    }

    public CssCallbackClient client() {
        return client;
    }

    public RecordingSleeper sleeper() {
        return sleeper;
    }

    public List<Retry> retries() {
        return retries;
    }

    public static ResponseDefinitionBuilder ok(String members) {
        return json("{\"Response\":{" + members + (members.isEmpty() ? "" : ",") + "\"RequestId\":\"req-1\"}}");
    }

    public static ResponseDefinitionBuilder error(String code) {
        return ok("\"Error\":{\"Code\":\"" + code + "\",\"Message\":\"text of " + code + "\"}");
    }

    public static ResponseDefinitionBuilder json(String body) {
        return aResponse()
                .withStatus(200)
                .withHeader("Content-Type", "application/json")
                .withBody(body);
    }

    /** Responds to the action with these, one after the other, the last for ever. */
    public void respondsTo(String action, ResponseDefinitionBuilder... responses) {
        for (int i = 0; i < responses.length; i++) {
            server.stubFor(post(urlEqualTo("/"))
                    .withHeader("X-TC-Action", equalTo(action))
                    .inScenario(action)
                    .whenScenarioStateIs(state(i))
                    .willSetStateTo(state(Math.min(i + 1, responses.length - 1)))
                    .willReturn(responses[i]));
        }
    }

    private static String state(int responses) {
        return responses == 0 ? Scenario.STARTED : "after " + responses;
    }

    /** The requests for an action, oldest first. */
    public List<LoggedRequest> requests(String action) {
        List<LoggedRequest> requests = new ArrayList<>();
        for (ServeEvent event : server.getAllServeEvents()) {
            if (action.equals(event.getRequest().getHeader("X-TC-Action"))) {
                requests.add(0, event.getRequest());
            }
        }
        return requests;
    }

    public int count(String action) {
        return requests(action).size();
    }

    public int count() {
        return server.getAllServeEvents().size();
    }

    /** The one request for an action. */
    public LoggedRequest request(String action) {
        assertThat(requests(action)).hasSize(1);
        return requests(action).get(0);
    }

    /** The body of the one request for an action, after checking that exactly these bytes were signed. */
    public String signedBody(String action) {
        LoggedRequest request = request(action);
        assertSigned(request, SECRET_ID, SECRET_KEY);
        return new String(request.getBody(), StandardCharsets.UTF_8);
    }

    public static void assertSigned(LoggedRequest request, String secretId, String secretKey) {
        Map<String, String> headers = new HashMap<>();
        request.getHeaders()
                .all()
                .forEach(header -> headers.put(header.key().toLowerCase(Locale.ROOT), header.firstValue()));
        String authorization = headers.getOrDefault("authorization", "");
        Matcher names = SIGNED_HEADERS.matcher(authorization);
        assertThat(names.find()).as("Authorization names the signed headers").isTrue();
        assertThat(authorization)
                .isEqualTo(
                        IndependentTc3.authorization(secretId, secretKey, headers, names.group(1), request.getBody()));
    }
}
