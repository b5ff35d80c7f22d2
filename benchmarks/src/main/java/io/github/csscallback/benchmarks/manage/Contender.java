package io.github.csscallback.benchmarks.manage;

import io.github.csscallback.client.CssCallbackClient;
import io.github.csscallback.client.Endpoint;
import io.github.csscallback.client.credentials.Credentials;
import io.github.csscallback.client.credentials.CredentialsProvider;
import io.github.csscallback.core.event.EventType;
import io.github.csscallback.core.signature.CallbackKey;
import io.github.csscallback.core.template.Site;
import io.github.csscallback.core.template.TemplateSpec;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** One call to the API by one client. */
interface Contender {

    /** Made up; the server does not check signatures. */
    String SECRET_ID = "AKIDEXAMPLEEXAMPLEEXAMPLE";

    /** Made up; the server does not check signatures. */
    String SECRET_KEY = "exampleExampleExampleExample";

    String URL = "https://hooks.example.com/css";

    Object call() throws Exception;

    /**
     * Makes the client of one call.
     *
     * @param client {@code official}, {@code ours}, or {@code jdk}: the JDK's client alone, without signature and parsing
     * @param call {@code templates} or {@code create}
     */
    static Contender of(String client, String call, URI server) {
        return switch (client + " " + call) {
            case "ours templates" -> ours(server)::listTemplates;
            case "ours create" -> {
                CssCallbackClient ours = ours(server);
                yield () -> ours.createTemplate(TemplateSpec.named("shop-live")
                        .notifyUrl(EventType.STREAM_BEGIN, URI.create(URL))
                        .notifyUrl(EventType.RECORD, URI.create(URL))
                        .callbackKey(CallbackKey.of("adasda131312"))
                        .build());
            }
            case "official templates" -> official(server)::listTemplates;
            case "official create" -> {
                OfficialClient official = official(server);
                yield () -> official.createTemplate("shop-live", URL, URL, "adasda131312");
            }
            case "jdk templates" -> jdk(server, "DescribeLiveCallbackTemplates");
            case "jdk create" -> jdk(server, "CreateLiveCallbackTemplate");
            default -> throw new IllegalArgumentException("official|ours|jdk templates|create");
        };
    }

    private static CssCallbackClient ours(URI server) {
        return CssCallbackClient.builder()
                .credentials(CredentialsProvider.of(Credentials.of(SECRET_ID, SECRET_KEY)))
                .site(Site.CHINA)
                .endpoint(Endpoint.of(server))
                .build();
    }

    private static OfficialClient official(URI server) {
        return new OfficialClient(server, SECRET_ID, SECRET_KEY);
    }

    private static Contender jdk(URI server, String action) {
        HttpClient http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .executor(Runnable::run)
                .build();
        HttpRequest request = HttpRequest.newBuilder(server)
                .header("Content-Type", "application/json")
                .header("X-TC-Action", action)
                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                .build();
        return () -> http.send(request, HttpResponse.BodyHandlers.ofByteArray());
    }
}
