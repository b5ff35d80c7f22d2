package io.github.csscallback.core.event;

import io.github.csscallback.core.event.moderation.ImageLabelResult;
import io.github.csscallback.core.event.moderation.ImageLibResult;
import io.github.csscallback.core.event.moderation.ImageObjectResult;
import io.github.csscallback.core.event.moderation.ImageOcrResult;
import io.github.csscallback.core.event.moderation.LegacyPornDetection;
import io.github.csscallback.core.event.moderation.ModerationLabel;
import io.github.csscallback.core.event.moderation.Suggestion;
import io.github.csscallback.core.field.Fields;
import io.github.csscallback.core.field.SecretText;
import io.github.csscallback.core.internal.RecordText;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Image moderation suspects a picture of the stream: event type 317, address {@code PornCensorshipNotifyUrl}. Harmless
 * pictures are not reported.
 *
 * <p>Packets of before 2020 have no {@code event_type}, and those of before August 2021 no signature.
 *
 * @param appId {@code appid}, the account; since 2025
 * @param app {@code app}, the push domain; since 2025
 * @param appName {@code appname}, the push path; since 2025
 * @param streamId {@code streamId}, the stream name
 * @param channelId {@code channelId}, the same as the stream name
 * @param streamParam {@code stream_param}, the query string of the push URL with its credentials; since 2025
 * @param img {@code img}, the address of the picture, as sent
 * @param types {@code type}, numbers of the strongest category, 0 for normal; the others changed their meaning over the
 *     years, so branch on {@code label}; empty if there is no such list
 * @param scores {@code score} or, in all samples, {@code socre}: the scores of {@code type}, one alone until 2024
 * @param ocrMsg {@code ocrMsg}, recognized text
 * @param suggestion {@code suggestion}
 * @param label {@code label}, the strongest category
 * @param subLabel {@code subLabel}, for example {@code PornHigh}; may be empty
 * @param labelResults {@code labelResults}, the classifier's; empty if there is no such list
 * @param objectResults {@code objectResults}, of objects; empty if there is no such list
 * @param ocrResults {@code ocrResults}, of text; empty if there is no such list
 * @param libResults {@code libResults}, of the picture library; empty if there is no such list
 * @param screenshotTime {@code screenshotTime}, in seconds
 * @param sendTime {@code sendTime}, in seconds
 * @param legacy the results of earlier versions
 * @param fields all members of the packet
 * @see <a href="https://www.tencentcloud.com/document/product/267/38084">Documentation, intl 38084</a>
 * @see <a href="https://cloud.tencent.com/document/product/267/47029">Documentation, zh 47029</a>
 */
public record PornCensorshipEvent(
        @Nullable Long appId,
        @Nullable String app,
        @Nullable String appName,
        @Nullable String streamId,
        @Nullable String channelId,
        @Nullable SecretText streamParam,
        @Nullable String img,
        List<Long> types,
        List<Long> scores,
        @Nullable String ocrMsg,
        @Nullable Suggestion suggestion,
        @Nullable ModerationLabel label,
        @Nullable String subLabel,
        List<ImageLabelResult> labelResults,
        List<ImageObjectResult> objectResults,
        List<ImageOcrResult> ocrResults,
        List<ImageLibResult> libResults,
        @Nullable Instant screenshotTime,
        @Nullable Instant sendTime,
        LegacyPornDetection legacy,
        Fields fields)
        implements CallbackEvent {

    static PornCensorshipEvent from(Fields f) {
        return new PornCensorshipEvent(
                f.longNumber("appid"),
                f.text("app"),
                f.text("appname"),
                f.text("streamId"),
                f.text("channelId"),
                f.secret("stream_param"),
                f.text("img"),
                f.longNumbers("type"),
                f.longNumbers(f.either("score", "socre")),
                f.text("ocrMsg"),
                f.textAs("suggestion", Suggestion::new),
                f.textAs("label", ModerationLabel::new),
                f.text("subLabel"),
                f.objectsAs("labelResults", ImageLabelResult::from),
                f.objectsAs("objectResults", ImageObjectResult::from),
                f.objectsAs("ocrResults", ImageOcrResult::from),
                f.objectsAs("libResults", ImageLibResult::from),
                f.unixSeconds("screenshotTime"),
                f.unixSeconds("sendTime"),
                LegacyPornDetection.from(f),
                f.plain());
    }

    @Override
    public EventType type() {
        return EventType.PORN_CENSORSHIP;
    }

    /** The push domain, which the packet calls {@code app}. */
    public @Nullable String pushDomain() {
        return app;
    }

    @Override
    public LiveStream liveStream() {
        return new LiveStream(app, appName, streamId);
    }

    /**
     * Returns {@code screenshotTime}, when the picture was taken from the stream.
     */
    @Override
    public @Nullable Instant occurredAt() {
        return screenshotTime;
    }

    @Override
    public String toString() {
        return RecordText.of(this);
    }
}
