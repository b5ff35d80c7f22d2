package io.github.csscallback.core.event.recording;

/**
 * What is wrong with a recording: {@code exception.type} of a {@code RecordExceptionEvent}. CSS may add
 * values.
 *
 * @param value the number as sent; all known ones are negative
 * @see <a href="https://www.tencentcloud.com/document/product/267/68622">Documentation, intl 68622</a>
 */
public record RecordExceptionType(int value) {

    /** Audio timestamps jump. */
    public static final RecordExceptionType AUDIO_TIMESTAMP_JUMP = new RecordExceptionType(-8);

    /** Video timestamps jump. */
    public static final RecordExceptionType VIDEO_TIMESTAMP_JUMP = new RecordExceptionType(-9);

    /** Audio and video timestamps are far apart. */
    public static final RecordExceptionType AUDIO_VIDEO_APART = new RecordExceptionType(-10);

    /** A video timestamp is invalid. */
    public static final RecordExceptionType VIDEO_TIMESTAMP_INVALID = new RecordExceptionType(-11);

    /** The stream could not be pulled. */
    public static final RecordExceptionType PULL_FAILED = new RecordExceptionType(-16);

    /** There is no audio although it is to be recorded. */
    public static final RecordExceptionType NO_AUDIO = new RecordExceptionType(-17);

    /** There is no video although it is to be recorded. */
    public static final RecordExceptionType NO_VIDEO = new RecordExceptionType(-18);

    /** Audio timestamps stand still. */
    public static final RecordExceptionType AUDIO_TIMESTAMP_STILL = new RecordExceptionType(-22);

    /** Video timestamps stand still. */
    public static final RecordExceptionType VIDEO_TIMESTAMP_STILL = new RecordExceptionType(-23);

    /** An audio timestamp is invalid. */
    public static final RecordExceptionType AUDIO_TIMESTAMP_INVALID = new RecordExceptionType(-24);

    /** The resolution changed. */
    public static final RecordExceptionType RESOLUTION_CHANGED = new RecordExceptionType(-100);

    /** Frames could not be written to the file. */
    public static final RecordExceptionType WRITE_FAILED = new RecordExceptionType(-104);

    /** The video codec changed, so that a new file was begun. */
    public static final RecordExceptionType VIDEO_CODEC_CHANGED = new RecordExceptionType(-120);

    /** Abnormal video frames were dropped. */
    public static final RecordExceptionType VIDEO_FRAMES_DROPPED = new RecordExceptionType(-130);

    /** Abnormal audio frames were dropped. */
    public static final RecordExceptionType AUDIO_FRAMES_DROPPED = new RecordExceptionType(-131);

    /** The length of the GOP is abnormal. */
    public static final RecordExceptionType GOP_LENGTH_ABNORMAL = new RecordExceptionType(-132);

    /** Audio timestamps are uneven. */
    public static final RecordExceptionType AUDIO_TIMESTAMP_UNEVEN = new RecordExceptionType(-200);

    /** Video timestamps are uneven. */
    public static final RecordExceptionType VIDEO_TIMESTAMP_UNEVEN = new RecordExceptionType(-201);
}
