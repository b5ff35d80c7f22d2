package io.github.csscallback.core.event;

import io.github.csscallback.core.event.quality.MonitorEventName;
import io.github.csscallback.core.field.Fields;
import io.github.csscallback.core.internal.RecordText;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Live monitoring detected a problem: event type 328, to the address in the monitor itself.
 *
 * <p><b>Carries no signature</b>: anybody who knows the address can make one.
 *
 * @param interfaceName {@code interface}, constantly {@code general_callback}
 * @param appId {@code appid}, the account
 * @param bizId {@code bizid}, another number of the account
 * @param streamId {@code stream_id}, the monitored stream
 * @param eventName {@code event_name}, what was noticed
 * @param eventTime {@code event_time}, in milliseconds, unlike in the other events
 * @param eventMsg {@code event_msg}, free text; it may hold something in braces that looks like JSON but is not
 * @param fields all members of the packet
 * @see <a href="https://cloud.tencent.com/document/product/267/88050">Documentation, zh 88050</a>
 */
public record MonitorEvent(
        @Nullable String interfaceName,
        @Nullable Long appId,
        @Nullable Long bizId,
        @Nullable String streamId,
        @Nullable MonitorEventName eventName,
        @Nullable Instant eventTime,
        @Nullable String eventMsg,
        Fields fields)
        implements CallbackEvent {

    static MonitorEvent from(Fields f) {
        return new MonitorEvent(
                f.text("interface"),
                f.longNumber("appid"),
                f.longNumber("bizid"),
                f.text("stream_id"),
                f.textAs("event_name", MonitorEventName::new),
                f.unixMillis("event_time"),
                f.text("event_msg"),
                f.plain());
    }

    @Override
    public EventType type() {
        return EventType.MONITOR;
    }

    /** Returns the stream name alone. */
    @Override
    public LiveStream liveStream() {
        return new LiveStream(null, null, streamId);
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
