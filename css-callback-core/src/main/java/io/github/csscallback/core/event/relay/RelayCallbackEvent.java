package io.github.csscallback.core.event.relay;

/**
 * A change of a relay task: {@code callback_event} of a {@code RelayEvent}. CSS may add values: names of {@link
 * RelayAlarmType} have been seen in this place.
 *
 * @param value the word as sent
 * @see <a href="https://www.tencentcloud.com/document/product/267/42525">Documentation, intl 42525</a>
 */
public record RelayCallbackEvent(String value) {

    /** The task has started. */
    public static final RelayCallbackEvent TASK_START = new RelayCallbackEvent("TaskStart");

    /**
     * The task has stopped, which need not be final: it is also sent when a source or target is unreachable for long,
     * and when the task moves to another machine before its end.
     */
    public static final RelayCallbackEvent TASK_EXIT = new RelayCallbackEvent("TaskExit");

    /** An on-demand file begins. */
    public static final RelayCallbackEvent VOD_SOURCE_FILE_START = new RelayCallbackEvent("VodSourceFileStart");

    /** An on-demand file has been played to its end. */
    public static final RelayCallbackEvent VOD_SOURCE_FILE_FINISH = new RelayCallbackEvent("VodSourceFileFinish");

    /** The task was changed. */
    public static final RelayCallbackEvent RESET_TASK_CONFIG = new RelayCallbackEvent("ResetTaskConfig");

    /** An alarm, specified by the message's type. */
    public static final RelayCallbackEvent TASK_ALARM = new RelayCallbackEvent("TaskAlarm");
}
