package io.github.csscallback.core.event;

import io.github.csscallback.core.event.push.PushExceptionType;
import io.github.csscallback.core.field.Fields;
import io.github.csscallback.core.field.SecretText;
import io.github.csscallback.core.internal.RecordText;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A push has errors: event type 321, address {@code PushExceptionNotifyUrl}.
 *
 * @param interfaceName {@code interface}, constantly {@code general_callback}
 * @param appId {@code appid}, the account
 * @param domain {@code domain}, the push domain
 * @param path {@code path}, the push path
 * @param streamId {@code stream_id}, the stream name
 * @param streamParam {@code stream_param}, the query string of the push URL with its credentials
 * @param sequence {@code sequence}, the push session, as in its push and its interruption
 * @param userIp {@code user_ip}, the address of the pusher; since 2025
 * @param dataTime {@code data_time}, in milliseconds
 * @param reportInterval {@code report_interval} in milliseconds, the time in which the troubles were counted
 * @param timeout {@code timeout} in milliseconds, how long CSS waits for the response to this callback
 * @param abnormalEvent {@code abnormal_event}, the troubles; empty if there is no such list
 * @param fields all members of the packet
 * @see <a href="https://www.tencentcloud.com/document/product/267/53310">Documentation, intl 53310</a>
 * @see <a href="https://cloud.tencent.com/document/product/267/84046">Documentation, zh 84046</a>
 */
public record PushExceptionEvent(
        @Nullable String interfaceName,
        @Nullable Long appId,
        @Nullable String domain,
        @Nullable String path,
        @Nullable String streamId,
        @Nullable SecretText streamParam,
        @Nullable String sequence,
        @Nullable String userIp,
        @Nullable Instant dataTime,
        @Nullable Duration reportInterval,
        @Nullable Duration timeout,
        List<AbnormalEvent> abnormalEvent,
        Fields fields)
        implements CallbackEvent {

    /**
     * One type of error within the report interval.
     *
     * @param type {@code type}
     * @param count {@code count}, how often within the interval
     * @param detail {@code detail}, when and how; empty if there is no such list
     * @param typeDescCn {@code type_desc_cn}, the type in Chinese words; may be a blank
     * @param typeDescEn {@code type_desc_en}, the type in English words
     * @param eventKey {@code event_key}, may be empty, meaning unknown
     * @param customerVisible {@code customer_visible}, true or false in a text; often missing
     */
    public record AbnormalEvent(
            @Nullable PushExceptionType type,
            @Nullable Long count,
            List<Detail> detail,
            @Nullable String typeDescCn,
            @Nullable String typeDescEn,
            @Nullable String eventKey,
            @Nullable Boolean customerVisible) {

        static AbnormalEvent from(Fields f) {
            return new AbnormalEvent(
                    f.numberAs("type", PushExceptionType::new),
                    f.longNumber("count"),
                    f.objectsAs("detail", Detail::from),
                    f.text("type_desc_cn"),
                    f.text("type_desc_en"),
                    f.text("event_key"),
                    f.flag("customer_visible"));
        }
    }

    /**
     * One occurrence.
     *
     * @param desc {@code desc}, in English words
     * @param occurTime {@code occur_time}, in milliseconds
     */
    public record Detail(@Nullable String desc, @Nullable Instant occurTime) {

        static Detail from(Fields f) {
            return new Detail(f.text("desc"), f.unixMillis("occur_time"));
        }
    }

    static PushExceptionEvent from(Fields f) {
        return new PushExceptionEvent(
                f.text("interface"),
                f.longNumber("appid"),
                f.text("domain"),
                f.text("path"),
                f.text("stream_id"),
                f.secret("stream_param"),
                f.text("sequence"),
                f.text("user_ip"),
                f.unixMillis("data_time"),
                f.millis("report_interval"),
                f.millis("timeout"),
                f.objectsAs("abnormal_event", AbnormalEvent::from),
                f.plain());
    }

    @Override
    public EventType type() {
        return EventType.PUSH_EXCEPTION;
    }

    @Override
    public LiveStream liveStream() {
        return new LiveStream(domain, path, streamId);
    }

    /**
     * Returns {@code dataTime}, when CSS gathered the report; each detail has a time of its own.
     */
    @Override
    public @Nullable Instant occurredAt() {
        return dataTime;
    }

    @Override
    public String toString() {
        return RecordText.of(this);
    }
}
