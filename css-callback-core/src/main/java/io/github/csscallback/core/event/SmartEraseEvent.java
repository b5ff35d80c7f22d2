package io.github.csscallback.core.event;

import io.github.csscallback.core.field.Fields;
import io.github.csscallback.core.internal.RecordText;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Words of a stream were erased: event type 347, to an address that is set in the console.
 *
 * @param appId {@code appid}, the account; in the table, not in the sample
 * @param streamId {@code stream_id}, the stream name
 * @param channelId {@code channel_id}, the same as the stream name
 * @param taskId {@code task_id}, the erasing task
 * @param sentences {@code subtitle_tmp_res} in {@code data}, empty if there is no such list
 * @param fields all members of the packet
 * @see <a href="https://www.tencentcloud.com/document/product/267/73169">Documentation, intl 73169</a>
 * @see <a href="https://cloud.tencent.com/document/product/267/121710">Documentation, zh 121710</a>
 */
public record SmartEraseEvent(
        @Nullable Long appId,
        @Nullable String streamId,
        @Nullable String channelId,
        @Nullable String taskId,
        List<Sentence> sentences,
        Fields fields)
        implements CallbackEvent {

    /**
     * A sentence with words to erase.
     *
     * @param srcTxt {@code src_txt}, as recognized
     * @param startPts {@code start_pts}, milliseconds of the stream's own time
     * @param endPts {@code end_pts}, milliseconds of the stream's own time
     * @param startUnixTime {@code start_unix_time}, in seconds
     * @param endUnixTime {@code end_unix_time}, in seconds
     * @param keywordsInfo {@code keywords_info}, the words; empty if there is no such list
     */
    public record Sentence(
            @Nullable String srcTxt,
            @Nullable Duration startPts,
            @Nullable Duration endPts,
            @Nullable Instant startUnixTime,
            @Nullable Instant endUnixTime,
            List<Keyword> keywordsInfo) {

        static List<Sentence> listFrom(@Nullable Fields data) {
            return data == null ? List.of() : data.objectsAs("subtitle_tmp_res", Sentence::from);
        }

        private static Sentence from(Fields f) {
            return new Sentence(
                    f.text("src_txt"),
                    f.millis("start_pts"),
                    f.millis("end_pts"),
                    f.unixSeconds("start_unix_time"),
                    f.unixSeconds("end_unix_time"),
                    f.objectsAs("keywords_info", Keyword::from));
        }
    }

    /**
     * A word or phrase.
     *
     * @param word {@code word}
     * @param beginTime {@code begin_time}, milliseconds; in the sample of the stream's own time
     * @param endTime {@code end_time}, milliseconds; in the sample of the stream's own time
     */
    public record Keyword(
            @Nullable String word,
            @Nullable Duration beginTime,
            @Nullable Duration endTime) {

        static Keyword from(Fields f) {
            return new Keyword(f.text("word"), f.millis("begin_time"), f.millis("end_time"));
        }
    }

    static SmartEraseEvent from(Fields f) {
        return new SmartEraseEvent(
                f.longNumber("appid"),
                f.text("stream_id"),
                f.text("channel_id"),
                f.text("task_id"),
                Sentence.listFrom(f.object("data")),
                f.plain());
    }

    @Override
    public EventType type() {
        return EventType.SMART_ERASE;
    }

    /** Returns the stream name alone. */
    @Override
    public LiveStream liveStream() {
        return new LiveStream(null, null, streamId);
    }

    /** Always null: each sentence has times of its own. */
    @Override
    public @Nullable Instant occurredAt() {
        return null;
    }

    @Override
    public String toString() {
        return RecordText.of(this);
    }
}
