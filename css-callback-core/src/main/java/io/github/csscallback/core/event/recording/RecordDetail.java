package io.github.csscallback.core.event.recording;

import io.github.csscallback.core.field.Fields;
import org.jspecify.annotations.Nullable;

/**
 * How a recording task records: {@code record_detail} of a {@code RecordStatusEvent}. All are numbers, and
 * CSS may add values to each.
 *
 * @param fileFormat {@code file_format}, a number here and a word in the events 100 and 341
 * @param recordBps {@code record_bps}, bit rate in kbit/s of the recorded transcoding, 0 for the original
 * @param startModel {@code start_model}, so spelt: what started the task
 * @param recordContent {@code record_content}, what is recorded
 * @param sourceType {@code source_type}, where the stream comes from
 * @param codecTempId {@code codec_temp_id}, the transcoding template
 * @see <a href="https://www.tencentcloud.com/document/product/267/58590">Documentation, intl 58590</a>
 */
public record RecordDetail(
        @Nullable FileFormat fileFormat,
        @Nullable Long recordBps,
        @Nullable StartModel startModel,
        @Nullable Content recordContent,
        @Nullable SourceType sourceType,
        @Nullable Long codecTempId) {

    public static @Nullable RecordDetail from(@Nullable Fields f) {
        return f == null
                ? null
                : new RecordDetail(
                        f.numberAs("file_format", FileFormat::new),
                        f.longNumber("record_bps"),
                        f.numberAs("start_model", StartModel::new),
                        f.numberAs("record_content", Content::new),
                        f.numberAs("source_type", SourceType::new),
                        f.longNumber("codec_temp_id"));
    }

    /**
     * The format of the files.
     *
     * @param value the number as sent
     */
    public record FileFormat(int value) {

        /** FLV. */
        public static final FileFormat FLV = new FileFormat(1);

        /** HLS. */
        public static final FileFormat HLS = new FileFormat(2);

        /** MP4. */
        public static final FileFormat MP4 = new FileFormat(3);

        /** AAC. */
        public static final FileFormat AAC = new FileFormat(4);

        /** MP3. */
        public static final FileFormat MP3 = new FileFormat(5);
    }

    /**
     * What started the task.
     *
     * @param value the number as sent
     */
    public record StartModel(int value) {

        /** A rule that binds a recording template. */
        public static final StartModel TEMPLATE_RULE = new StartModel(1);

        /** A call of the API. */
        public static final StartModel API = new StartModel(5);
    }

    /**
     * What is recorded.
     *
     * @param value the number as sent
     */
    public record Content(int value) {

        /** The stream as pushed. */
        public static final Content ORIGINAL = new Content(1);

        /** The stream with a watermark. */
        public static final Content WATERMARKED = new Content(2);

        /** A transcoded stream. */
        public static final Content TRANSCODED = new Content(3);
    }

    /**
     * Where the stream comes from.
     *
     * @param value the number as sent
     */
    public record SourceType(int value) {

        /** A live push. */
        public static final SourceType LIVE = new SourceType(1);

        /** A relay task. */
        public static final SourceType RELAY = new SourceType(2);
    }
}
