package io.github.csscallback.core.event.quality;

/**
 * What a monitor found: {@code event_name} of a {@code MonitorEvent} (zh 88050). Format and content checks of 2025 send
 * further names, those of {@link QualityClass}; CSS may add others.
 *
 * @param value the word as sent
 */
public record MonitorEventName(String value) {

    /** The stream is broken. */
    public static final MonitorEventName STREAM_BROKEN = new MonitorEventName("StreamBroken");

    /** The frame rate of the stream is low. */
    public static final MonitorEventName STREAM_LOW_FRAMERATE = new MonitorEventName("StreamLowFramerate");

    /** Text was recognized in the picture. */
    public static final MonitorEventName OCR_FULL_TEXT = new MonitorEventName("OcrFullText");

    /** Speech was recognized. */
    public static final MonitorEventName ASR_FULL_TEXT = new MonitorEventName("AsrFullText");
}
