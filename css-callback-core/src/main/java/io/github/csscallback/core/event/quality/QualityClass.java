package io.github.csscallback.core.event.quality;

/**
 * The finding of quality control: {@code class} of a {@code QualityControlEvent}. The first half is about the format of
 * the stream, the second, from {@link #MOSAIC} on, about its content. CSS may add values.
 *
 * @param value the word as sent
 * @see <a href="https://www.tencentcloud.com/document/product/267/73166">Documentation, intl 73166</a>
 */
public record QualityClass(String value) {

    /** The resolution of the video changed. */
    public static final QualityClass VIDEO_RESOLUTION_CHANGED = new QualityClass("VideoResolutionChanged");

    /** The sample rate of the audio changed. */
    public static final QualityClass AUDIO_SAMPLE_RATE_CHANGED = new QualityClass("AudioSampleRateChanged");

    /** The number of audio channels changed. */
    public static final QualityClass AUDIO_CHANNELS_CHANGED = new QualityClass("AudioChannelsChanged");

    /** The parameter sets of the video changed. */
    public static final QualityClass PARAMETER_SETS_CHANGED = new QualityClass("ParameterSetsChanged");

    /** The aspect ratio of display or sample is invalid. */
    public static final QualityClass DAR_OR_SAR_INVALID = new QualityClass("DarOrSarInvalid");

    /** A timestamp went back. */
    public static final QualityClass TIMESTAMP_FALLBACK = new QualityClass("TimestampFallback");

    /** The decoding timestamps are uneven. */
    public static final QualityClass DTS_JITTER = new QualityClass("DtsJitter");

    /** The presentation timestamps are uneven. */
    public static final QualityClass PTS_JITTER = new QualityClass("PtsJitter");

    /** The duration of AAC frames deviates. */
    public static final QualityClass AAC_DURATION_DEVIATION = new QualityClass("AACDurationDeviation");

    /** Audio frames are missing. */
    public static final QualityClass AUDIO_DROPPING_FRAMES = new QualityClass("AudioDroppingFrames");

    /** Video frames are missing. */
    public static final QualityClass VIDEO_DROPPING_FRAMES = new QualityClass("VideoDroppingFrames");

    /** Audio and video are badly interleaved. */
    public static final QualityClass AV_TIMESTAMP_INTERLEAVE = new QualityClass("AVTimestampInterleave");

    /** The frame rate is uneven. */
    public static final QualityClass FPS_JITTER = new QualityClass("FpsJitter");

    /** The stream could not be opened. */
    public static final QualityClass STREAM_OPEN_FAILED = new QualityClass("StreamOpenFailed");

    /** The stream could not be parsed. */
    public static final QualityClass STREAM_PARSE_FAILED = new QualityClass("StreamParseFailed");

    /** The first frame of the video is no key frame. */
    public static final QualityClass VIDEO_FIRST_FRAME_NOT_IDR = new QualityClass("VideoFirstFrameNotIdr");

    /** The picture breaks into blocks. */
    public static final QualityClass MOSAIC = new QualityClass("Mosaic");

    /** The picture is garbled. */
    public static final QualityClass CRASH_SCREEN = new QualityClass("CrashScreen");

    /** The picture is blurred. */
    public static final QualityClass BLUR = new QualityClass("Blur");

    /** The picture is noisy. */
    public static final QualityClass VIDEO_NOISE = new QualityClass("VideoNoise");

    /** The picture shakes. */
    public static final QualityClass VIDEO_JITTER = new QualityClass("VideoJitter");

    /** The picture is too dark. */
    public static final QualityClass LOW_LIGHT = new QualityClass("LowLight");

    /** The picture is too bright. */
    public static final QualityClass OVEREXPOSURE = new QualityClass("Overexposure");

    /** The picture has black or white edges. */
    public static final QualityClass BLACK_WHITE_EDGE = new QualityClass("BlackWhiteEdge");

    /** The picture has one colour only. */
    public static final QualityClass SOLID_COLOR_SCREEN = new QualityClass("SolidColorScreen");

    /** The picture shows a QR code. */
    public static final QualityClass QR_CODE = new QualityClass("QRCode");

    /** The picture shows a bar code. */
    public static final QualityClass BARCODE = new QualityClass("Barcode");

    /** The picture shows the code of an applet. */
    public static final QualityClass APPLET_CODE = new QualityClass("AppletCode");

    /** There is no sound. */
    public static final QualityClass SILENCE = new QualityClass("Silence");

    /** The sound is too quiet. */
    public static final QualityClass LOW_VOICE = new QualityClass("LowVoice");

    /** The sound is too loud. */
    public static final QualityClass HIGH_VOICE = new QualityClass("HighVoice");
}
