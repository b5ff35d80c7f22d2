package io.github.csscallback.core.event.relay;

/**
 * What is wrong with a relay task: {@code type} in the {@code msg} of a {@code RelayEvent} that is an alarm.
 * CSS may add values.
 *
 * @param value the word as sent
 * @see <a href="https://www.tencentcloud.com/document/product/267/42525">Documentation, intl 42525</a>
 */
public record RelayAlarmType(String value) {

    /** The file is pulled unsteadily. */
    public static final RelayAlarmType PULL_FILE_UNSTABLE = new RelayAlarmType("PullFileUnstable");

    /** The stream is pushed unsteadily. */
    public static final RelayAlarmType PUSH_STREAM_UNSTABLE = new RelayAlarmType("PushStreamUnstable");

    /** The file could not be pulled. */
    public static final RelayAlarmType PULL_FILE_FAILED = new RelayAlarmType("PullFileFailed");

    /** The stream could not be pushed. */
    public static final RelayAlarmType PUSH_STREAM_FAILED = new RelayAlarmType("PushStreamFailed");

    /** The file ended earlier than expected. */
    public static final RelayAlarmType FILE_END_EARLY = new RelayAlarmType("FileEndEarly");
}
