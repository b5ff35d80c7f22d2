package io.github.csscallback.core.event;

import io.github.csscallback.core.field.Fields;
import io.github.csscallback.core.internal.RecordText;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A summary of a part of the stream: event type 348, to an address that is set in the console.
 *
 * @param appId {@code appid}, the account
 * @param domain {@code domain}, the push domain
 * @param path {@code path}, the push path
 * @param streamId {@code stream_id}, the stream name
 * @param beginTime {@code begin_time} of the part, in seconds
 * @param endTime {@code end_time} of the part, in seconds
 * @param title {@code title}
 * @param summary {@code summary}
 * @param keyWords {@code key_words}, empty if there is no such list
 * @param keyPoints {@code key_points}, empty if there is no such list
 * @param fields all members of the packet
 * @see <a href="https://www.tencentcloud.com/document/product/267/74671">Documentation, intl 74671</a>
 * @see <a href="https://cloud.tencent.com/document/product/267/125914">Documentation, zh 125914</a>
 */
public record SummaryEvent(
        @Nullable Long appId,
        @Nullable String domain,
        @Nullable String path,
        @Nullable String streamId,
        @Nullable Instant beginTime,
        @Nullable Instant endTime,
        @Nullable String title,
        @Nullable String summary,
        List<String> keyWords,
        List<String> keyPoints,
        Fields fields)
        implements CallbackEvent {

    static SummaryEvent from(Fields f) {
        return new SummaryEvent(
                f.longNumber("appid"),
                f.text("domain"),
                f.text("path"),
                f.text("stream_id"),
                f.unixSeconds("begin_time"),
                f.unixSeconds("end_time"),
                f.text("title"),
                f.text("summary"),
                f.texts("key_words"),
                f.texts("key_points"),
                f.plain());
    }

    @Override
    public EventType type() {
        return EventType.SUMMARY;
    }

    @Override
    public LiveStream liveStream() {
        return new LiveStream(domain, path, streamId);
    }

    /**
     * Returns {@code endTime}, the end of the part that is summed up.
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
