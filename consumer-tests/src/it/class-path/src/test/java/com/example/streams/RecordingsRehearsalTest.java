package com.example.streams;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.github.csscallback.core.event.EventType;
import io.github.csscallback.core.signature.CallbackKey;
import io.github.csscallback.receiver.server.CallbackServer;
import io.github.csscallback.testkit.junit.CssSimulatorExtension;
import io.github.csscallback.testkit.simulator.CssSimulator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RecordingsRehearsalTest {

    @RegisterExtension
    static final CssSimulatorExtension simulator = CssSimulatorExtension.with(css -> css.clockNotShared());

    @Test
    void aSimulatedRecordingArrives(CssSimulator css) {
        assertFalse(CssSimulator.class.getModule().isNamed());
        Recordings recordings = new Recordings();
        try (CallbackServer server =
                CallbackServer.builder(recordings.receiver("k1")).start()) {
            css.bind("push.example.com", "live", server.uri(), CallbackKey.of("k1"));
            css.push("push.example.com", "live", "room-1")
                    .send(EventType.RECORD, packet -> packet.with("video_url", "https://example.com/a.mp4"));
        }

        assertEquals(List.of("https://example.com/a.mp4"), recordings.addresses());
    }
}
