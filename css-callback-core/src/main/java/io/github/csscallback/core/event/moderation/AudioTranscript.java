package io.github.csscallback.core.event.moderation;

import io.github.csscallback.core.field.Fields;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A transcribed piece of audio: an element of {@code data.asr_tmp_full_results} in an {@code AudioAuditEvent}.
 *
 * @param id {@code id}, may be empty
 * @param appearingPoint {@code appearing_point}, numbers with a fraction whose unit the page does not state; empty if
 *     there is no such list
 * @param confidence {@code confidence}, 100 in the sample
 * @param createTime {@code create_time} in seconds; in the sample, not in the table
 * @param periods {@code periods}, from and to as {@code 00:00:00-00:00:15}
 * @param url {@code url} of the audio
 * @see <a href="https://www.tencentcloud.com/document/product/267/58643">Documentation, intl 58643</a>
 */
public record AudioTranscript(
        @Nullable String id,
        List<Double> appearingPoint,
        @Nullable Double confidence,
        @Nullable Instant createTime,
        @Nullable String periods,
        @Nullable String url) {

    public static List<AudioTranscript> listFrom(@Nullable Fields data) {
        return data == null ? List.of() : data.objectsAs("asr_tmp_full_results", AudioTranscript::from);
    }

    private static AudioTranscript from(Fields f) {
        return new AudioTranscript(
                f.text("id"),
                f.decimals("appearing_point"),
                f.decimal("confidence"),
                f.unixSeconds("create_time"),
                f.text("periods"),
                f.text("url"));
    }
}
