package io.github.csscallback.core.event.recording;

/**
 * How serious a {@code RecordExceptionEvent} is: {@code exception_level}. CSS may add values.
 *
 * @param value the word as sent, in small letters
 * @see <a href="https://www.tencentcloud.com/document/product/267/68622">Documentation, intl 68622</a>
 */
public record RecordExceptionLevel(String value) {

    /** For information. */
    public static final RecordExceptionLevel INFO = new RecordExceptionLevel("info");

    /** A warning. */
    public static final RecordExceptionLevel WARNING = new RecordExceptionLevel("warning");

    /** An error. */
    public static final RecordExceptionLevel ERROR = new RecordExceptionLevel("error");

    /** An alarm: a level that templates can ask for, though the page of the event does not list it. */
    public static final RecordExceptionLevel ALARM = new RecordExceptionLevel("alarm");
}
