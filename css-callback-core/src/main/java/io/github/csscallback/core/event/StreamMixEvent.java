package io.github.csscallback.core.event;

import io.github.csscallback.core.field.Fields;
import io.github.csscallback.core.internal.RecordText;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Streams were mixed: event type 8, address {@code StreamMixNotifyUrl}, which CSS no longer uses.
 * Documented in 2019 only.
 *
 * @param appId {@code appid}, the account
 * @param domain {@code domain}, the push domain
 * @param path {@code path}, the push path
 * @param mixSessionId {@code mix_session_id}, the mixing session
 * @param statusCode {@code status_code}, 0 in the sample, where it means success; other values are not documented
 * @param statusMsg {@code status_msg}, free text
 * @param timestamp {@code timestamp} in seconds, when mixing began
 * @param streamList {@code stream_list}, the names of the mixed streams
 * @param fields all members of the packet
 * @see <a href="https://cloud.tencent.com/document/product/267/32744">Documentation, zh 32744</a>
 */
public record StreamMixEvent(
        @Nullable Long appId,
        @Nullable String domain,
        @Nullable String path,
        @Nullable String mixSessionId,
        @Nullable Integer statusCode,
        @Nullable String statusMsg,
        @Nullable Instant timestamp,
        List<String> streamList,
        Fields fields)
        implements CallbackEvent {

    static StreamMixEvent from(Fields f) {
        return new StreamMixEvent(
                f.longNumber("appid"),
                f.text("domain"),
                f.text("path"),
                f.text("mix_session_id"),
                f.intNumber("status_code"),
                f.text("status_msg"),
                f.unixSeconds("timestamp"),
                f.texts("stream_list"),
                f.plain());
    }

    @Override
    public EventType type() {
        return EventType.STREAM_MIX;
    }

    /** Returns push domain and app name; the event is about several streams, so there is no stream name. */
    @Override
    public LiveStream liveStream() {
        return new LiveStream(domain, path, null);
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
