package io.github.csscallback.testsupport;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** The packets that the documentation prints; the README beside them names the page of each. */
public final class DocumentedPackets {

    private static final List<String> NAMES = List.of(
            "0-stream-interrupted",
            "1-stream-pushed",
            "8-stream-mix",
            "100-record-file",
            "200-snapshot",
            "314-relay-task-exit",
            "314-relay-task-start",
            "314-relay-vod-source-file-finish",
            "314-relay-vod-source-file-start",
            "315-audio-moderation",
            "317-image-moderation",
            "321-push-error",
            "328-monitor-asr-full-text",
            "328-monitor-ocr-full-text",
            "328-monitor-stream-broken",
            "328-monitor-stream-low-framerate",
            "332-record-status",
            "338-subtitle",
            "341-record-exception",
            "343-quality-control",
            "344-assessment-threshold",
            "345-assessment-average",
            "347-smart-erase",
            "348-summary",
            "349-highlight");

    private DocumentedPackets() {}

    /** The names of all packets: event type and title. */
    public static List<String> names() {
        return NAMES;
    }

    public static byte[] bytes(String name) {
        return TestResource.bytes("packets/documented/" + name + ".json");
    }

    public static String text(String name) {
        return new String(bytes(name), StandardCharsets.UTF_8);
    }
}
