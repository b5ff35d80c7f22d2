package io.github.csscallback.core.event;

import io.github.csscallback.core.event.quality.AssessmentFrame;
import io.github.csscallback.core.event.quality.AssessmentMetric;
import io.github.csscallback.core.field.Fields;
import io.github.csscallback.core.internal.RecordText;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The average quality score of a period: event type 345, to an address that is set in the console.
 *
 * <p>The samples of its page carry the number 344, that of {@link AssessmentThresholdEvent}, and it is unknown which
 * number real packets carry. A packet with the number 344 with an {@code average_score} is therefore decoded to this
 * event, too, and {@link #type()} is {@link EventType#ASSESSMENT_AVERAGE} for it; the number as sent is in {@link
 * #fields()}.
 *
 * @param appId {@code appid}, the account
 * @param domain {@code domain}, the push domain
 * @param appName {@code appname}, the push path
 * @param streamId {@code stream_id}, the stream name
 * @param eventTime {@code event_time}, in seconds
 * @param transcodeTemplateId {@code transcode_template_id}
 * @param watermarkTemplateId {@code watermark_template_id}; not sent for PSNR, SSIM and VMAF
 * @param function {@code function}, constantly {@code Assessment}
 * @param metric {@code class}, how quality is measured
 * @param averageScore {@code average_score} of the period
 * @param maxScore {@code max_score} of the period
 * @param minScore {@code min_score} of the period
 * @param frames {@code frames} of the period, all of them; empty if there is no such list
 * @param fields all members of the packet
 * @see <a href="https://www.tencentcloud.com/document/product/267/73168">Documentation, intl 73168</a>
 * @see <a href="https://cloud.tencent.com/document/product/267/122603">Documentation, zh 122603</a>
 */
public record AssessmentAverageEvent(
        @Nullable Long appId,
        @Nullable String domain,
        @Nullable String appName,
        @Nullable String streamId,
        @Nullable Instant eventTime,
        @Nullable Long transcodeTemplateId,
        @Nullable Long watermarkTemplateId,
        @Nullable String function,
        @Nullable AssessmentMetric metric,
        @Nullable Double averageScore,
        @Nullable Double maxScore,
        @Nullable Double minScore,
        List<AssessmentFrame> frames,
        Fields fields)
        implements CallbackEvent {

    static AssessmentAverageEvent from(Fields f) {
        return new AssessmentAverageEvent(
                f.longNumber("appid"),
                f.text("domain"),
                f.text("appname"),
                f.text("stream_id"),
                f.unixSeconds("event_time"),
                f.longNumber("transcode_template_id"),
                f.longNumber("watermark_template_id"),
                f.text("function"),
                f.textAs("class", AssessmentMetric::new),
                f.decimal("average_score"),
                f.decimal("max_score"),
                f.decimal("min_score"),
                f.objectsAs("frames", AssessmentFrame::from),
                f.plain());
    }

    @Override
    public EventType type() {
        return EventType.ASSESSMENT_AVERAGE;
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
