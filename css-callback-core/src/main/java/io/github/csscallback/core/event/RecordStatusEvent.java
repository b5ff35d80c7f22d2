package io.github.csscallback.core.event;

import io.github.csscallback.core.event.recording.RecordDetail;
import io.github.csscallback.core.event.recording.RecordStatus;
import io.github.csscallback.core.field.Fields;
import io.github.csscallback.core.internal.RecordText;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A recording task changed its status: event type 332, address {@code RecordStatusNotifyUrl}.
 *
 * @param appId {@code appid}, the account
 * @param domain {@code domain}, the push domain
 * @param appName {@code appname}, the push path
 * @param streamId {@code stream_id}, the stream name; for recordings of a relay the id of the relay task
 * @param eventTime {@code event_time}, in seconds
 * @param recordEvent {@code record_event}, the new status
 * @param recordDetail {@code record_detail}, JSON in a text: how the task records
 * @param sessionId {@code session_id}, the recording task
 * @param seq {@code seq}, the number of the message, a text of digits
 * @param taskId {@code task_id}, for tasks made with CreateRecordTask only; since 2025
 * @param fields all members of the packet
 * @see <a href="https://www.tencentcloud.com/document/product/267/58590">Documentation, intl 58590</a>
 * @see <a href="https://cloud.tencent.com/document/product/267/102192">Documentation, zh 102192</a>
 */
public record RecordStatusEvent(
        @Nullable Long appId,
        @Nullable String domain,
        @Nullable String appName,
        @Nullable String streamId,
        @Nullable Instant eventTime,
        @Nullable RecordStatus recordEvent,
        @Nullable RecordDetail recordDetail,
        @Nullable String sessionId,
        @Nullable String seq,
        @Nullable String taskId,
        Fields fields)
        implements CallbackEvent {

    static RecordStatusEvent from(Fields f) {
        return new RecordStatusEvent(
                f.longNumber("appid"),
                f.text("domain"),
                f.text("appname"),
                f.text("stream_id"),
                f.unixSeconds("event_time"),
                f.textAs("record_event", RecordStatus::new),
                RecordDetail.from(f.embeddedObject("record_detail")),
                f.text("session_id"),
                f.text("seq"),
                f.text("task_id"),
                f.plain());
    }

    @Override
    public EventType type() {
        return EventType.RECORD_STATUS;
    }

    /** Returns the recorded stream; for recordings of a relay its name is the id of the relay task. */
    @Override
    public LiveStream liveStream() {
        return new LiveStream(domain, appName, streamId);
    }

    @Override
    public @Nullable Instant occurredAt() {
        return eventTime;
    }

    @Override
    public String toString() {
        return RecordText.of(this);
    }
}
