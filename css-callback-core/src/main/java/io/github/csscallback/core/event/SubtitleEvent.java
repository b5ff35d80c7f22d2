package io.github.csscallback.core.event;

import io.github.csscallback.core.field.Fields;
import io.github.csscallback.core.internal.RecordText;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Subtitles of a stream: event type 338, to an address that is set in the console. They come only while a subtitle
 * stream is being pulled.
 *
 * @param appId {@code appid}, the account; in the table, not in the sample
 * @param streamId {@code stream_id}, the stream name
 * @param channelId {@code channel_id}, the same as the stream name
 * @param taskId {@code task_id}, the subtitle task
 * @param subtitles {@code subtitle_tmp_res} in {@code data}, empty if there is no such list
 * @param fields all members of the packet
 * @see <a href="https://www.tencentcloud.com/document/product/267/73170">Documentation, intl 73170</a>
 * @see <a href="https://cloud.tencent.com/document/product/267/121711">Documentation, zh 121711</a>
 */
public record SubtitleEvent(
        @Nullable Long appId,
        @Nullable String streamId,
        @Nullable String channelId,
        @Nullable String taskId,
        List<Subtitle> subtitles,
        Fields fields)
        implements CallbackEvent {

    /**
     * A sentence. CSS revises it until its state is steady: the same start is an update, not a duplicate.
     *
     * @param srcTxt {@code src_txt}, as recognized
     * @param dstTxt {@code dst_txt}, translated; only if that is configured
     * @param startPts {@code start_pts}, milliseconds of the stream's own time
     * @param endPts {@code end_pts}, milliseconds of the stream's own time
     * @param startUnixTime {@code start_unix_time}, in seconds, like the same member of {@link SmartEraseEvent}
     * @param endUnixTime {@code end_unix_time}, in seconds, like the same member of {@link SmartEraseEvent}
     * @param steadyState {@code steady_state} or, in the sample, {@code stead_state}: whether the text is final
     */
    public record Subtitle(
            @Nullable String srcTxt,
            @Nullable String dstTxt,
            @Nullable Duration startPts,
            @Nullable Duration endPts,
            @Nullable Instant startUnixTime,
            @Nullable Instant endUnixTime,
            @Nullable Boolean steadyState) {

        static List<Subtitle> listFrom(@Nullable Fields data) {
            return data == null ? List.of() : data.objectsAs("subtitle_tmp_res", Subtitle::from);
        }

        private static Subtitle from(Fields f) {
            return new Subtitle(
                    f.text("src_txt"),
                    f.text("dst_txt"),
                    f.millis("start_pts"),
                    f.millis("end_pts"),
                    f.unixSeconds("start_unix_time"),
                    f.unixSeconds("end_unix_time"),
                    f.flag(f.either("steady_state", "stead_state")));
        }
    }

    static SubtitleEvent from(Fields f) {
        return new SubtitleEvent(
                f.longNumber("appid"),
                f.text("stream_id"),
                f.text("channel_id"),
                f.text("task_id"),
                Subtitle.listFrom(f.object("data")),
                f.plain());
    }

    @Override
    public EventType type() {
        return EventType.SUBTITLE;
    }

    /** Returns the stream name alone. */
    @Override
    public LiveStream liveStream() {
        return new LiveStream(null, null, streamId);
    }

    /** Always null: each subtitle has times of its own. */
    @Override
    public @Nullable Instant occurredAt() {
        return null;
    }

    @Override
    public String toString() {
        return RecordText.of(this);
    }
}
