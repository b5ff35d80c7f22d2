package io.github.csscallback.receiver;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** Sends packets to a server as CSS does. */
@SuppressWarnings("exports") // the module that it is patched into does not require the client
public final class HttpPost {

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private final URI address;

    public HttpPost(URI address) {
        this.address = address;
    }

    public HttpResponse<String> send(TestPacket packet) throws IOException, InterruptedException {
        return send(packet.bytes());
    }

    public HttpResponse<String> send(byte[] body) throws IOException, InterruptedException {
        return client.send(request(body).build(), HttpResponse.BodyHandlers.ofString());
    }

    public CompletableFuture<HttpResponse<String>> sendAsync(TestPacket packet) {
        return client.sendAsync(request(packet.bytes()).build(), HttpResponse.BodyHandlers.ofString());
    }

    public HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    public HttpRequest.Builder request(byte[] body) {
        return HttpRequest.newBuilder(address)
                .timeout(Duration.ofSeconds(15))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
    }
}
