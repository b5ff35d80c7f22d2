package io.github.csscallback.core.event;

import io.github.csscallback.core.field.Fields;
import io.github.csscallback.core.field.SecretText;
import io.github.csscallback.core.internal.RecordText;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A screenshot was taken: event type 200, address {@code SnapshotNotifyUrl}. It names no account.
 *
 * @param app {@code app}, the push domain; since 2021
 * @param appName {@code appname}, the push path; since 2021
 * @param streamId {@code stream_id}, the stream name
 * @param channelId {@code channel_id}, the same as the stream name, but different in old packets
 * @param streamParam {@code stream_param}, the query string of the push URL with its credentials
 * @param createTime {@code create_time}, in seconds
 * @param fileSize {@code file_size} in bytes
 * @param width {@code width} in pixels
 * @param height {@code height} in pixels
 * @param picUrl {@code pic_url}, the path inside the bucket, beginning with a slash
 * @param picFullUrl {@code pic_full_url}, where to download, as sent
 * @param taskId {@code task_id}, the screenshot task; since 2025
 * @param picExtraInfo {@code pic_extra_info}, in no table and in no sample, meaning unknown
 * @param fields all members of the packet
 * @see <a href="https://www.tencentcloud.com/document/product/267/38083">Documentation, intl 38083</a>
 * @see <a href="https://cloud.tencent.com/document/product/267/47028">Documentation, zh 47028</a>
 */
public record SnapshotEvent(
        @Nullable String app,
        @Nullable String appName,
        @Nullable String streamId,
        @Nullable String channelId,
        @Nullable SecretText streamParam,
        @Nullable Instant createTime,
        @Nullable Long fileSize,
        @Nullable Integer width,
        @Nullable Integer height,
        @Nullable String picUrl,
        @Nullable String picFullUrl,
        @Nullable String taskId,
        @Nullable String picExtraInfo,
        Fields fields)
        implements CallbackEvent {

    static SnapshotEvent from(Fields f) {
        return new SnapshotEvent(
                f.text("app"),
                f.text("appname"),
                f.text("stream_id"),
                f.text("channel_id"),
                f.secret("stream_param"),
                f.unixSeconds("create_time"),
                f.longNumber("file_size"),
                f.intNumber("width"),
                f.intNumber("height"),
                f.text("pic_url"),
                f.text("pic_full_url"),
                f.text("task_id"),
                f.text("pic_extra_info"),
                f.plain());
    }

    @Override
    public EventType type() {
        return EventType.SNAPSHOT;
    }

    /** The push domain, which the packet calls {@code app}. */
    public @Nullable String pushDomain() {
        return app;
    }

    @Override
    public LiveStream liveStream() {
        return new LiveStream(app, appName, streamId);
    }

    @Override
    public @Nullable Instant occurredAt() {
        return createTime;
    }

    @Override
    public String toString() {
        return RecordText.of(this);
    }
}
