package io.github.csscallback.core.event;

import io.github.csscallback.core.event.recording.RecordExceptionLevel;
import io.github.csscallback.core.event.recording.RecordExceptionType;
import io.github.csscallback.core.field.Fields;
import io.github.csscallback.core.internal.RecordText;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A recording is abnormal: event type 341, address {@code RecordExceptionNotifyUrl}, for the levels of {@code
 * RecordExceptionLevels}. CSS merges equal ones and may be two minutes late.
 *
 * @param interfaceName {@code interface}, constantly {@code general_callback}
 * @param appId {@code appid}, the account
 * @param domain {@code domain}, the push domain; in the sample, not in the table
 * @param path {@code path}, the push path; in the sample, not in the table
 * @param streamId {@code stream_id}, the stream name
 * @param sessionId {@code session_id}, the recording task
 * @param fileFormat {@code file_format}: FLV, TS, MP4 or AAC; do not rely on its case
 * @param timestamp {@code timestamp}, in seconds
 * @param exceptionLevel {@code exception_level}
 * @param exception {@code exception}, what is wrong
 * @param fields all members of the packet
 * @see <a href="https://www.tencentcloud.com/document/product/267/68622">Documentation, intl 68622</a>
 * @see <a href="https://cloud.tencent.com/document/product/267/117052">Documentation, zh 117052</a>
 */
public record RecordExceptionEvent(
        @Nullable String interfaceName,
        @Nullable Long appId,
        @Nullable String domain,
        @Nullable String path,
        @Nullable String streamId,
        @Nullable String sessionId,
        @Nullable String fileFormat,
        @Nullable Instant timestamp,
        @Nullable RecordExceptionLevel exceptionLevel,
        @Nullable Detail exception,
        Fields fields)
        implements CallbackEvent {

    /**
     * The anomaly.
     *
     * @param type {@code type}
     * @param occurs {@code occurs}, how often
     * @param desc {@code desc}, in English words
     */
    public record Detail(
            @Nullable RecordExceptionType type,
            @Nullable Long occurs,
            @Nullable String desc) {

        static @Nullable Detail from(@Nullable Fields f) {
            return f == null
                    ? null
                    : new Detail(f.numberAs("type", RecordExceptionType::new), f.longNumber("occurs"), f.text("desc"));
        }
    }

    static RecordExceptionEvent from(Fields f) {
        return new RecordExceptionEvent(
                f.text("interface"),
                f.longNumber("appid"),
                f.text("domain"),
                f.text("path"),
                f.text("stream_id"),
                f.text("session_id"),
                f.text("file_format"),
                f.unixSeconds("timestamp"),
                f.textAs("exception_level", RecordExceptionLevel::new),
                Detail.from(f.object("exception")),
                f.plain());
    }

    @Override
    public EventType type() {
        return EventType.RECORD_EXCEPTION;
    }

    @Override
    public LiveStream liveStream() {
        return new LiveStream(domain, path, streamId);
    }

    @Override
    public @Nullable Instant occurredAt() {
        return timestamp;
    }

    @Override
    public String toString() {
        return RecordText.of(this);
    }
}
