package io.github.csscallback.core.event.quality;

/**
 * The finding of a monitor: {@code event_name} of a {@code MonitorEvent}. Format and content checks of 2025 send
 * further names, those of {@link QualityClass}; CSS may add others.
 *
 * @param value the word as sent
 * @see <a href="https://cloud.tencent.com/document/product/267/88050">Documentation, zh 88050</a>
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
