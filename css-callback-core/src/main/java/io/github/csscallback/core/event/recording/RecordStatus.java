package io.github.csscallback.core.event.recording;

/**
 * What became of a recording task: {@code record_event} of a {@code RecordStatusEvent}. CSS may add values.
 *
 * @param value the text as sent
 * @see <a href="https://www.tencentcloud.com/document/product/267/58590">Documentation, intl 58590</a>
 */
public record RecordStatus(String value) {

    /** Recording has started. */
    public static final RecordStatus START_SUCCEEDED = new RecordStatus("record_start_succeeded");

    /** Recording could not be started. */
    public static final RecordStatus START_FAILED = new RecordStatus("record_start_failed");

    /** Recording pauses. */
    public static final RecordStatus PAUSED = new RecordStatus("record_paused");

    /** Recording goes on after a pause. */
    public static final RecordStatus RESUMED = new RecordStatus("record_resumed");

    /** Recording has met an error. */
    public static final RecordStatus ERROR = new RecordStatus("record_error");

    /** Recording has ended. */
    public static final RecordStatus ENDED = new RecordStatus("record_ended");
}
