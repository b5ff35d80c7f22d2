package io.github.csscallback.core.event;

import io.github.csscallback.core.event.quality.AssessmentFrame;
import io.github.csscallback.core.event.quality.AssessmentMetric;
import io.github.csscallback.core.field.Fields;
import io.github.csscallback.core.internal.RecordText;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Frames scored below the threshold: event type 344, to an address that is set in the console.
 *
 * <p>A packet with this number that has an {@code average_score} is decoded to an {@link AssessmentAverageEvent}.
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
 * @param frames {@code frames} below the threshold; empty if there is no such list
 * @param fields all members of the packet
 * @see <a href="https://www.tencentcloud.com/document/product/267/73167">Documentation, intl 73167</a>
 */
public record AssessmentThresholdEvent(
        @Nullable Long appId,
        @Nullable String domain,
        @Nullable String appName,
        @Nullable String streamId,
        @Nullable Instant eventTime,
        @Nullable Long transcodeTemplateId,
        @Nullable Long watermarkTemplateId,
        @Nullable String function,
        @Nullable AssessmentMetric metric,
        List<AssessmentFrame> frames,
        Fields fields)
        implements CallbackEvent {

    static AssessmentThresholdEvent from(Fields f) {
        return new AssessmentThresholdEvent(
                f.longNumber("appid"),
                f.text("domain"),
                f.text("appname"),
                f.text("stream_id"),
                f.unixSeconds("event_time"),
                f.longNumber("transcode_template_id"),
                f.longNumber("watermark_template_id"),
                f.text("function"),
                f.textAs("class", AssessmentMetric::new),
                f.objectsAs("frames", AssessmentFrame::from),
                f.plain());
    }

    @Override
    public EventType type() {
        return EventType.ASSESSMENT_THRESHOLD;
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
