package com.example.streams;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.github.csscallback.core.event.EventType;
import io.github.csscallback.core.signature.CallbackKey;
import io.github.csscallback.receiver.CallbackReceiver;
import io.github.csscallback.receiver.server.CallbackServer;
import io.github.csscallback.testkit.SamplePackets;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecordingsTest {

    @Test
    void aSignedRecordingPostedToThePackagedServerArrives() throws Exception {
        assertFalse(CallbackReceiver.class.getModule().isNamed());
        Recordings recordings = new Recordings();
        byte[] packet = SamplePackets.of(EventType.RECORD)
                .with("video_url", "https://example.com/a.mp4")
                .signedWith(CallbackKey.of("k1"), Instant.now().plusSeconds(600))
                .bytes();

        try (CallbackServer server =
                CallbackServer.builder(recordings.receiver("k1")).start()) {
            HttpRequest request = HttpRequest.newBuilder(server.uri())
                    .POST(HttpRequest.BodyPublishers.ofByteArray(packet))
                    .build();
            HttpResponse<String> response =
                    HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());

            assertEquals(200, response.statusCode());
            assertEquals("{\"code\":0}", response.body());
        }

        assertEquals(List.of("https://example.com/a.mp4"), recordings.addresses());
    }
}
