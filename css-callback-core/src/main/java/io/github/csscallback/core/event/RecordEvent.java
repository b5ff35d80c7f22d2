package io.github.csscallback.core.event;

import io.github.csscallback.core.field.Fields;
import io.github.csscallback.core.field.SecretText;
import io.github.csscallback.core.internal.RecordText;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A recording file is ready: event type 100, address {@code RecordNotifyUrl}.
 *
 * <p>With HLS resumption it is sent for the final file only; {@link RecordStatusEvent} reports the progress of the
 * task.
 *
 * @param appId {@code appid}, the account; empty in packets of 2016
 * @param app {@code app}, the push domain; since 2021
 * @param appName {@code appname}, the push path; since 2021
 * @param streamId {@code stream_id}, the stream name
 * @param channelId {@code channel_id}, the same as the stream name, but different in old packets
 * @param fileId {@code file_id}, the file's id in VOD (digits), or {@code <appid>_<hex>} when recorded to COS
 * @param recordFileId {@code record_file_id}, equal to {@code file_id} in all packets seen
 * @param recordTempId {@code record_temp_id}, the recording template; missing or empty when made by a global task
 * @param fileFormat {@code file_format}: {@code flv}, {@code hls}, {@code mp4}, {@code aac}; do not rely on its case
 * @param taskId {@code task_id}, the recording task; digits that may exceed 64 bits, or a long opaque text
 * @param startTime {@code start_time} in seconds: since 2025 the start of the recording task, before that of the file
 * @param endTime {@code end_time} in seconds; the content starts at {@code endTime - duration}
 * @param startTimeUsec {@code start_time_usec}, the microseconds of {@code startTime}
 * @param endTimeUsec {@code end_time_usec}, the microseconds of {@code endTime}
 * @param duration {@code duration} in seconds; may differ much from end minus start on bad networks
 * @param fileSize {@code file_size} in bytes
 * @param streamParam {@code stream_param}, the query string of the push URL with its credentials; missing for tasks
 *     made with CreateRecordTask
 * @param videoUrl {@code video_url}, where to download, as sent: a real one had a trailing blank
 * @param mediaStartTime {@code media_start_time}, presentation time stamp of the first frame received
 * @param recordBps {@code record_bps}, bit rate in kbit/s of the recorded transcoding, 0 for the original
 * @param callbackExt {@code callback_ext}, JSON in a text; an extension that its page advises not to rely on
 * @param videoId {@code video_id}, the old VOD id, called obsolete in 2019 and still sent in 2025
 * @param vod2Flag {@code vod2Flag}, 1 if VOD 2.0 was enabled; on the legacy page only
 * @param fields all members of the packet
 * @see <a href="https://www.tencentcloud.com/document/product/267/38082">Documentation, intl 38082</a>
 * @see <a href="https://cloud.tencent.com/document/product/267/47026">Documentation, zh 47026</a>
 */
public record RecordEvent(
        @Nullable Long appId,
        @Nullable String app,
        @Nullable String appName,
        @Nullable String streamId,
        @Nullable String channelId,
        @Nullable String fileId,
        @Nullable String recordFileId,
        @Nullable String recordTempId,
        @Nullable String fileFormat,
        @Nullable String taskId,
        @Nullable Instant startTime,
        @Nullable Instant endTime,
        @Nullable Long startTimeUsec,
        @Nullable Long endTimeUsec,
        @Nullable Duration duration,
        @Nullable Long fileSize,
        @Nullable SecretText streamParam,
        @Nullable String videoUrl,
        @Nullable Long mediaStartTime,
        @Nullable Long recordBps,
        @Nullable CallbackExt callbackExt,
        @Nullable String videoId,
        @Nullable Integer vod2Flag,
        Fields fields)
        implements CallbackEvent {

    /**
     * The content of {@code callback_ext}.
     *
     * @param videoCodec {@code video_codec}, for example {@code h264}
     * @param resolution {@code resolution}, width and height as {@code 640x480}
     * @param sessionId {@code session_id}, the recording task, as in {@link RecordStatusEvent#sessionId()}
     */
    public record CallbackExt(
            @Nullable String videoCodec,
            @Nullable String resolution,
            @Nullable String sessionId) {

        static @Nullable CallbackExt from(@Nullable Fields f) {
            return f == null
                    ? null
                    : new CallbackExt(f.text("video_codec"), f.text("resolution"), f.text("session_id"));
        }
    }

    static RecordEvent from(Fields f) {
        return new RecordEvent(
                f.longNumber("appid"),
                f.text("app"),
                f.text("appname"),
                f.text("stream_id"),
                f.text("channel_id"),
                f.text("file_id"),
                f.text("record_file_id"),
                f.text("record_temp_id"),
                f.text("file_format"),
                f.text("task_id"),
                f.unixSeconds("start_time"),
                f.unixSeconds("end_time"),
                f.longNumber("start_time_usec"),
                f.longNumber("end_time_usec"),
                f.seconds("duration"),
                f.longNumber("file_size"),
                f.secret("stream_param"),
                f.text("video_url"),
                f.longNumber("media_start_time"),
                f.longNumber("record_bps"),
                CallbackExt.from(f.embeddedObject("callback_ext")),
                f.text("video_id"),
                f.intNumber("vod2Flag"),
                f.plain());
    }

    @Override
    public EventType type() {
        return EventType.RECORD;
    }

    /** The push domain, which the packet calls {@code app}. */
    public @Nullable String pushDomain() {
        return app;
    }

    @Override
    public LiveStream liveStream() {
        return new LiveStream(app, appName, streamId);
    }

    /**
     * Returns {@code endTime}, when the recording ended.
     */
    @Override
    public @Nullable Instant occurredAt() {
        return endTime;
    }

    @Override
    public String toString() {
        return RecordText.of(this);
    }
}
