package io.github.csscallback.samples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.github.csscallback.core.event.EventType;
import io.github.csscallback.core.signature.CallbackKey;
import io.github.csscallback.core.signature.CallbackKeys;
import io.github.csscallback.receiver.CallbackReceiver;
import io.github.csscallback.testkit.SamplePacket;
import io.github.csscallback.testkit.SamplePackets;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OwnWebServerTest {

    private static final CallbackKey KEY = CallbackKey.of("adasda131312");

    private final List<EventType> handled = new CopyOnWriteArrayList<>();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/css",
                new OwnWebServer(CallbackReceiver.builder()
                        .keys(CallbackKeys.of(KEY))
                        .otherwise(d -> handled.add(d.event().type()))));
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void a_signed_packet_is_handled_and_an_unsigned_one_of_a_signed_type_is_not() throws Exception {
        SamplePacket record = SamplePackets.of(EventType.RECORD);

        assertThat(post(record.signedWith(KEY, Instant.now().plusSeconds(600)))).isEqualTo(200);
        assertThat(post(record)).isEqualTo(403);
        assertThat(post(SamplePackets.of(EventType.MONITOR))).isEqualTo(200);

        assertThat(handled).containsExactly(EventType.RECORD);
    }

    private int post(SamplePacket packet) throws IOException, InterruptedException {
        URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/css");
        HttpRequest request = HttpRequest.newBuilder(address)
                .POST(HttpRequest.BodyPublishers.ofByteArray(packet.bytes()))
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }
}
