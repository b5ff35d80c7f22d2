package io.github.csscallback.samples.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.csscallback.core.event.EventType;
import io.github.csscallback.core.signature.CallbackKey;
import io.github.csscallback.core.signature.CallbackKeys;
import io.github.csscallback.testkit.SamplePacket;
import io.github.csscallback.testkit.SamplePackets;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EmbeddedReceiverTest {

    private static final CallbackKey KEY = CallbackKey.of("abc123");

    private final HttpClient client = HttpClient.newHttpClient();
    private final Instant t = Instant.now().plusSeconds(600);
    private OwnServer server;

    @BeforeEach
    void start() throws IOException {
        RecordingArchive archive = new RecordingArchive();
        server = new OwnServer(0, Callbacks.receiver(CallbackKeys.of(KEY), archive), archive);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> post(SamplePacket packet) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(server.address("/css"))
                .POST(HttpRequest.BodyPublishers.ofByteArray(packet.bytes())));
    }

    private String recordings() throws IOException, InterruptedException {
        URI page = server.address("/recordings");
        return send(HttpRequest.newBuilder(page)).body();
    }

    @Test
    void aRecordingIsArchivedOnceHoweverOftenItIsDelivered() throws Exception {
        SamplePacket packet = SamplePackets.of(EventType.RECORD)
                .with("stream_id", "room-1")
                .with("video_url", "http://vod.example.com/room-1.mp4 ")
                .signedWith(KEY, t);

        HttpResponse<String> first = post(packet);
        HttpResponse<String> again = post(packet);

        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(first.body()).isEqualTo("{\"code\":0}");
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(recordings()).isEqualTo("room-1 http://vod.example.com/room-1.mp4\n");
    }

    @Test
    void aForgedRecordingIsRejectedAndNotArchived() throws Exception {
        HttpResponse<String> response = post(SamplePackets.of(EventType.RECORD).signedWith(CallbackKey.of("other"), t));

        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(recordings()).isEmpty();
    }

    @Test
    void aRecordingWithoutAddressIsTakenAndNotArchived() throws Exception {
        HttpResponse<String> response =
                post(SamplePackets.of(EventType.RECORD).without("video_url").signedWith(KEY, t));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(recordings()).isEmpty();
    }

    @Test
    void otherKindsAreTaken() throws Exception {
        assertThat(post(SamplePackets.of(EventType.STREAM_BEGIN).signedWith(KEY, t))
                        .statusCode())
                .isEqualTo(200);
        assertThat(post(SamplePackets.of(EventType.of(399)).signedWith(KEY, t)).statusCode())
                .isEqualTo(200);
    }
}
