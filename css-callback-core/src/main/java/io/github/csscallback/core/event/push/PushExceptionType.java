package io.github.csscallback.core.event.push;

/**
 * The type of a push error: {@code type} in the {@code abnormal_event} list of a {@code PushExceptionEvent}. CSS adds
 * values: 1 to 11 are of 2023, 12 to 16 of 2025.
 *
 * @param value the number as sent
 * @see <a href="https://www.tencentcloud.com/document/product/267/53310">Documentation, intl 53310</a>
 */
public record PushExceptionType(int value) {

    /** The video timestamp went back. */
    public static final PushExceptionType VIDEO_TIMESTAMP_BACK = new PushExceptionType(1);

    /** The audio timestamp went back. */
    public static final PushExceptionType AUDIO_TIMESTAMP_BACK = new PushExceptionType(2);

    /** The video timestamp jumped ahead by more than a second. */
    public static final PushExceptionType VIDEO_TIMESTAMP_JUMP = new PushExceptionType(3);

    /** The audio timestamp jumped ahead by more than a second. */
    public static final PushExceptionType AUDIO_TIMESTAMP_JUMP = new PushExceptionType(4);

    /** The chunk size is above 8192. */
    public static final PushExceptionType CHUNK_TOO_LARGE = new PushExceptionType(5);

    /** Video frames arrive more than 3 seconds apart. */
    public static final PushExceptionType VIDEO_INTERVAL_TOO_LONG = new PushExceptionType(6);

    /** Audio frames arrive more than 1 second (older tables: 3 seconds) apart. */
    public static final PushExceptionType AUDIO_INTERVAL_TOO_LONG = new PushExceptionType(7);

    /** The video codec changed. */
    public static final PushExceptionType VIDEO_CODEC_CHANGED = new PushExceptionType(8);

    /** The audio codec changed. */
    public static final PushExceptionType AUDIO_CODEC_CHANGED = new PushExceptionType(9);

    /** A video frame came before its codec header. */
    public static final PushExceptionType VIDEO_BEFORE_HEADER = new PushExceptionType(10);

    /** An audio frame came before its codec header. */
    public static final PushExceptionType AUDIO_BEFORE_HEADER = new PushExceptionType(11);

    /** Audio timestamps are too far apart. */
    public static final PushExceptionType AUDIO_TIMESTAMP_INTERVAL = new PushExceptionType(12);

    /** The codec is an uncommon one. */
    public static final PushExceptionType UNCOMMON_CODEC = new PushExceptionType(13);

    /** The video header cannot be parsed. */
    public static final PushExceptionType VIDEO_HEADER_UNREADABLE = new PushExceptionType(14);

    /** The video frame rate is too low. */
    public static final PushExceptionType LOW_FRAME_RATE = new PushExceptionType(15);

    /** The GOP is longer than 10 seconds. */
    public static final PushExceptionType GOP_TOO_LONG = new PushExceptionType(16);
}
