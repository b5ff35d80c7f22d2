package io.github.csscallback.core.event;

import io.github.csscallback.core.field.Fields;
import io.github.csscallback.core.internal.RecordText;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Highlights were cut out of the stream: event type 349, to an address that is set in the console.
 *
 * @param appId {@code appid}, the account
 * @param domain {@code domain}, the push domain
 * @param path {@code path}, the push path
 * @param streamId {@code stream_id}, the stream name
 * @param items {@code items}, the highlights; empty if there is no such list
 * @param fields all members of the packet
 * @see <a href="https://www.tencentcloud.com/document/product/267/74672">Documentation, intl 74672</a>
 * @see <a href="https://cloud.tencent.com/document/product/267/125915">Documentation, zh 125915</a>
 */
public record HighlightEvent(
        @Nullable Long appId,
        @Nullable String domain,
        @Nullable String path,
        @Nullable String streamId,
        List<Highlight> items,
        Fields fields)
        implements CallbackEvent {

    /**
     * One highlight.
     *
     * @param beginTime {@code begin_time}, in seconds
     * @param endTime {@code end_time}, in seconds
     * @param title {@code title}
     * @param summary {@code summary}
     * @param videoStoreUrl {@code video_store_url}, the address of the video, as sent
     * @param covImgStoreUrl {@code cov_img_store_url}, the address of the cover picture, as sent; may be empty
     * @param keyWords {@code key_words}, empty if there is no such list
     */
    public record Highlight(
            @Nullable Instant beginTime,
            @Nullable Instant endTime,
            @Nullable String title,
            @Nullable String summary,
            @Nullable String videoStoreUrl,
            @Nullable String covImgStoreUrl,
            List<String> keyWords) {

        static Highlight from(Fields f) {
            return new Highlight(
                    f.unixSeconds("begin_time"),
                    f.unixSeconds("end_time"),
                    f.text("title"),
                    f.text("summary"),
                    f.text("video_store_url"),
                    f.text("cov_img_store_url"),
                    f.texts("key_words"));
        }
    }

    static HighlightEvent from(Fields f) {
        return new HighlightEvent(
                f.longNumber("appid"),
                f.text("domain"),
                f.text("path"),
                f.text("stream_id"),
                f.objectsAs("items", Highlight::from),
                f.plain());
    }

    @Override
    public EventType type() {
        return EventType.HIGHLIGHT;
    }

    @Override
    public LiveStream liveStream() {
        return new LiveStream(domain, path, streamId);
    }

    /** Always null: each highlight has times of its own. */
    @Override
    public @Nullable Instant occurredAt() {
        return null;
    }

    @Override
    public String toString() {
        return RecordText.of(this);
    }
}
