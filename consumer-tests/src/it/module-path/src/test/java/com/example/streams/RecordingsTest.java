package com.example.streams;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.csscallback.core.signature.CallbackKey;
import io.github.csscallback.core.signature.CallbackSigner;
import io.github.csscallback.receiver.CallbackReceiver;
import io.github.csscallback.receiver.CallbackRequest;
import io.github.csscallback.receiver.CallbackResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecordingsTest {

    @Test
    void aSignedRecordingArrivesThroughTheNamedModules() {
        assertTrue(CallbackReceiver.class.getModule().isNamed());
        assertTrue(Recordings.class.getModule().isNamed());
        Recordings recordings = new Recordings();
        Instant t = Instant.now().plusSeconds(600);
        String packet = "{\"event_type\":100,\"video_url\":\"https://example.com/a.mp4\",\"t\":" + t.getEpochSecond()
                + ",\"sign\":\"" + CallbackSigner.sign(CallbackKey.of("k1"), t) + "\"}";

        CallbackResponse response = recordings
                .receiver("k1")
                .receive(CallbackRequest.post("/css", packet.getBytes(StandardCharsets.UTF_8)));

        assertEquals(200, response.status());
        assertEquals(List.of("https://example.com/a.mp4"), recordings.addresses());
    }
}
