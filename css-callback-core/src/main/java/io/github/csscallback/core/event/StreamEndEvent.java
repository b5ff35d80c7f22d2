package io.github.csscallback.core.event;

import io.github.csscallback.core.event.push.InterruptionCode;
import io.github.csscallback.core.field.Fields;
import io.github.csscallback.core.field.SecretText;
import io.github.csscallback.core.internal.RecordText;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A push ended or was interrupted: event type 0, address {@code StreamEndNotifyUrl}.
 *
 * <p>It may arrive before the {@link StreamBeginEvent} of its session, or after that of the next session: treat a
 * stream as offline only if {@link #sequence()} equals that of the current push.
 *
 * @param appId {@code appid}, the account; empty in packets of 2016
 * @param app {@code app}, the push domain
 * @param appName {@code appname}, the push path
 * @param streamId {@code stream_id}, the stream name
 * @param channelId {@code channel_id}, the same as the stream name, but different in old packets
 * @param eventTime {@code event_time}, in seconds
 * @param sequence {@code sequence}, the push session: the same in its push and its interruption
 * @param node {@code node}, the address of the access point
 * @param userIp {@code user_ip}, the address of the pusher
 * @param streamParam {@code stream_param}, the query string of the push URL with its credentials; may be empty
 * @param pushDuration {@code push_duration}, milliseconds in a text; seconds according to a page of 2019
 * @param errCode {@code errcode}, why it ended
 * @param errMsg {@code errmsg}, free text in changing languages; do not branch on it
 * @param setId {@code set_id}, 1 to 6 pushed in the Chinese mainland, 7 to 200 outside; since 2021
 * @param width {@code width} in pixels, 0 when the header was not there yet; since 2021
 * @param height {@code height} in pixels, 0 when the header was not there yet; since 2021
 * @param idcId {@code idc_id}, in no table, meaning unknown
 * @param fields all members of the packet
 * @see <a href="https://www.tencentcloud.com/document/product/267/38081">Documentation, intl 38081</a>
 * @see <a href="https://cloud.tencent.com/document/product/267/47025">Documentation, zh 47025</a>
 */
public record StreamEndEvent(
        @Nullable Long appId,
        @Nullable String app,
        @Nullable String appName,
        @Nullable String streamId,
        @Nullable String channelId,
        @Nullable Instant eventTime,
        @Nullable String sequence,
        @Nullable String node,
        @Nullable String userIp,
        @Nullable SecretText streamParam,
        @Nullable Duration pushDuration,
        @Nullable InterruptionCode errCode,
        @Nullable String errMsg,
        @Nullable Integer setId,
        @Nullable Integer width,
        @Nullable Integer height,
        @Nullable Long idcId,
        Fields fields)
        implements CallbackEvent {

    static StreamEndEvent from(Fields f) {
        return new StreamEndEvent(
                f.longNumber("appid"),
                f.text("app"),
                f.text("appname"),
                f.text("stream_id"),
                f.text("channel_id"),
                f.unixSeconds("event_time"),
                f.text("sequence"),
                f.text("node"),
                f.text("user_ip"),
                f.secret("stream_param"),
                f.millis("push_duration"),
                f.numberAs("errcode", InterruptionCode::new),
                f.text("errmsg"),
                f.intNumber("set_id"),
                f.intNumber("width"),
                f.intNumber("height"),
                f.longNumber("idc_id"),
                f.plain());
    }

    @Override
    public EventType type() {
        return EventType.STREAM_END;
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
        return eventTime;
    }

    @Override
    public String toString() {
        return RecordText.of(this);
    }
}
