package io.github.csscallback.core.event;

import io.github.csscallback.core.internal.RecordText;
import io.github.csscallback.core.field.Fields;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A summary of a part of the stream: event type 348, to an address that is set in the console (intl 74671, zh 125914).
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
     * When the part that is summed up ended.
     *
     * @return {@code endTime}
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
