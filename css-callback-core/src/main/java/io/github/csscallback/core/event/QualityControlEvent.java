package io.github.csscallback.core.event;

import io.github.csscallback.core.event.quality.QualityClass;
import io.github.csscallback.core.field.Fields;
import io.github.csscallback.core.internal.RecordText;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Quality control found a defect: event type 343, to an address that is set in the console.
 *
 * @param appId {@code appid}, the account
 * @param domain {@code domain}, the push domain
 * @param appName {@code appname}, the push path
 * @param streamId {@code stream_id}, the stream name
 * @param eventTime {@code event_time}, in seconds
 * @param transcodeTemplateId {@code transcode_template_id}
 * @param watermarkTemplateId {@code watermark_template_id}
 * @param function {@code function}, constantly {@code QualityControl}
 * @param qualityClass {@code class}, the defect
 * @param score {@code score}
 * @param fields all members of the packet
 * @see <a href="https://www.tencentcloud.com/document/product/267/73166">Documentation, intl 73166</a>
 * @see <a href="https://cloud.tencent.com/document/product/267/122602">Documentation, zh 122602</a>
 */
public record QualityControlEvent(
        @Nullable Long appId,
        @Nullable String domain,
        @Nullable String appName,
        @Nullable String streamId,
        @Nullable Instant eventTime,
        @Nullable Long transcodeTemplateId,
        @Nullable Long watermarkTemplateId,
        @Nullable String function,
        @Nullable QualityClass qualityClass,
        @Nullable Double score,
        Fields fields)
        implements CallbackEvent {

    static QualityControlEvent from(Fields f) {
        return new QualityControlEvent(
                f.longNumber("appid"),
                f.text("domain"),
                f.text("appname"),
                f.text("stream_id"),
                f.unixSeconds("event_time"),
                f.longNumber("transcode_template_id"),
                f.longNumber("watermark_template_id"),
                f.text("function"),
                f.textAs("class", QualityClass::new),
                f.decimal("score"),
                f.plain());
    }

    @Override
    public EventType type() {
        return EventType.QUALITY_CONTROL;
    }

    @Override
    public LiveStream liveStream() {
        return new LiveStream(domain, appName, streamId);
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
