package io.github.csscallback.core.event;

import io.github.csscallback.core.event.moderation.AudioMoanResult;
import io.github.csscallback.core.event.moderation.AudioRecognitionResult;
import io.github.csscallback.core.event.moderation.AudioSpanResult;
import io.github.csscallback.core.event.moderation.AudioTextResult;
import io.github.csscallback.core.event.moderation.AudioTranscript;
import io.github.csscallback.core.event.moderation.ModerationLabel;
import io.github.csscallback.core.event.moderation.Suggestion;
import io.github.csscallback.core.field.Fields;
import io.github.csscallback.core.internal.RecordText;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Audio moderation suspects a piece of the stream's sound: event type 315, address {@code AudioAuditNotifyUrl}.
 * Harmless pieces are not reported.
 *
 * @param interfaceName {@code interface}, constantly {@code general_callback}
 * @param appId {@code appid}, the account
 * @param bizId {@code bizid}, called obsolete by the page
 * @param domain {@code domain}, the push domain
 * @param path {@code path}, the push path
 * @param streamId {@code stream_id}, the stream name
 * @param channelId {@code channel_id}, the same as the stream name
 * @param taskId {@code task_id}, the moderation task, a number
 * @param requestId {@code request_id}
 * @param seq {@code seq}, the number of the piece, which may exceed 32 bits
 * @param status {@code status}, 2 when all is normal
 * @param duration {@code duration} of the piece, in seconds
 * @param cdnUrl {@code cdn_url}, may be empty
 * @param asrText {@code asr_text}, what was spoken
 * @param hitFlag {@code HitFlag}, 1 for a hit
 * @param score {@code Score}, 0 to 100
 * @param suggestion {@code suggestion}
 * @param label {@code label}, the strongest of the bad ones
 * @param subLabel {@code sub_label}, may be empty
 * @param subTag {@code SubTag}, a label of the second level
 * @param textResults {@code text_results}, of the words; empty if there is no such list
 * @param moanResults {@code moan_results}, empty if there is no such list
 * @param languageResults {@code language_results}, empty if there is no such list
 * @param speakerResults {@code speaker_results}, empty if there is no such list
 * @param recognitionResults {@code recognition_results}, empty if there is no such list
 * @param asrTmpFullResults {@code asr_tmp_full_results} in {@code data}, empty if there is no such list
 * @param fields all members of the packet
 * @see <a href="https://www.tencentcloud.com/document/product/267/58643">Documentation, intl 58643</a>
 */
public record AudioAuditEvent(
        @Nullable String interfaceName,
        @Nullable Long appId,
        @Nullable Long bizId,
        @Nullable String domain,
        @Nullable String path,
        @Nullable String streamId,
        @Nullable String channelId,
        @Nullable String taskId,
        @Nullable String requestId,
        @Nullable Long seq,
        @Nullable Integer status,
        @Nullable Duration duration,
        @Nullable String cdnUrl,
        @Nullable String asrText,
        @Nullable Integer hitFlag,
        @Nullable Integer score,
        @Nullable Suggestion suggestion,
        @Nullable ModerationLabel label,
        @Nullable String subLabel,
        @Nullable String subTag,
        List<AudioTextResult> textResults,
        List<AudioMoanResult> moanResults,
        List<AudioSpanResult> languageResults,
        List<AudioSpanResult> speakerResults,
        List<AudioRecognitionResult> recognitionResults,
        List<AudioTranscript> asrTmpFullResults,
        Fields fields)
        implements CallbackEvent {

    static AudioAuditEvent from(Fields f) {
        return new AudioAuditEvent(
                f.text("interface"),
                f.longNumber("appid"),
                f.longNumber("bizid"),
                f.text("domain"),
                f.text("path"),
                f.text("stream_id"),
                f.text("channel_id"),
                f.text("task_id"),
                f.text("request_id"),
                f.longNumber("seq"),
                f.intNumber("status"),
                f.fractionalSeconds("duration"),
                f.text("cdn_url"),
                f.text("asr_text"),
                f.intNumber("HitFlag"),
                f.intNumber("Score"),
                f.textAs("suggestion", Suggestion::new),
                f.textAs("label", ModerationLabel::new),
                f.text("sub_label"),
                f.text("SubTag"),
                f.objectsAs("text_results", AudioTextResult::from),
                f.objectsAs("moan_results", AudioMoanResult::from),
                f.objectsAs("language_results", AudioSpanResult::from),
                f.objectsAs("speaker_results", AudioSpanResult::from),
                f.objectsAs("recognition_results", AudioRecognitionResult::from),
                AudioTranscript.listFrom(f.object("data")),
                f.plain());
    }

    @Override
    public EventType type() {
        return EventType.AUDIO_AUDIT;
    }

    @Override
    public LiveStream liveStream() {
        return new LiveStream(domain, path, streamId);
    }

    /** Always null: the packet gives a time for the audio it quotes only. */
    @Override
    public @Nullable Instant occurredAt() {
        return null;
    }

    @Override
    public String toString() {
        return RecordText.of(this);
    }
}
