package io.github.csscallback.core.event.relay;

import io.github.csscallback.core.field.Fields;
import io.github.csscallback.core.field.SecretText;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The content of {@code msg} of a {@code RelayEvent}; its members depend on the {@code callback_event}.
 *
 * @param taskStartTime {@code task_start_time} in milliseconds, for TaskStart; 0 in the sample
 * @param taskExitTime {@code task_exit_time} in milliseconds, for TaskExit; 0 in the sample
 * @param url {@code url} of the file, perhaps with credentials, for VodSourceFileStart and VodSourceFileFinish
 * @param index {@code index} of the file in the list of sources, for VodSourceFileStart and VodSourceFileFinish
 * @param duration {@code duration} of the file in seconds, for VodSourceFileStart and VodSourceFileFinish
 * @param code {@code code}, an error number such as -22, for TaskExit
 * @param message {@code message}, free text, for TaskExit
 * @param type {@code type}, for TaskAlarm
 * @see <a href="https://www.tencentcloud.com/document/product/267/42525">Documentation, intl 42525</a>
 */
public record RelayMessage(
        @Nullable Instant taskStartTime,
        @Nullable Instant taskExitTime,
        @Nullable SecretText url,
        @Nullable Integer index,
        @Nullable Duration duration,
        @Nullable Integer code,
        @Nullable String message,
        @Nullable RelayAlarmType type) {

    public static @Nullable RelayMessage from(@Nullable Fields f) {
        return f == null
                ? null
                : new RelayMessage(
                        f.unixMillis("task_start_time"),
                        f.unixMillis("task_exit_time"),
                        f.secret("url"),
                        f.intNumber("index"),
                        f.seconds("duration"),
                        f.intNumber("code"),
                        f.text("message"),
                        f.textAs("type", RelayAlarmType::new));
    }
}
