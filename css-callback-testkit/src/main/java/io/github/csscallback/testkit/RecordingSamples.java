package io.github.csscallback.testkit;

/** Recordings and screenshots: 100, 332, 341, 200. */
final class RecordingSamples {

    private static final String TASK_SESSION = "3390175524880412267";

    private RecordingSamples() {}

    static SampleMembers file() {
        return SampleValues.account()
                .and("app", SampleValues.DOMAIN)
                .and("appname", SampleValues.PATH)
                .and("stream_id", SampleValues.STREAM)
                .and("channel_id", SampleValues.STREAM)
                .and("file_id", "5576678020417338019")
                .and("record_file_id", "5576678020417338019")
                .and("record_temp_id", "204811")
                .and("file_format", "mp4")
                // More than a signed 64-bit integer holds: such were seen.
                .and("task_id", "18402973651109248877")
                .and("start_time", SampleValues.BEGIN + 2)
                .and("end_time", SampleValues.END)
                .and("start_time_usec", 118_204)
                .and("end_time_usec", 640_071)
                .and("duration", 2665)
                .and("file_size", 1_133_720_946L)
                .and("stream_param", SampleValues.STREAM_PARAM)
                .and("video_url", "http://vod.example.com/1250009137/studio-7/20260314/f0.mp4")
                .and("media_start_time", 80)
                .and("record_bps", 0)
                .and(
                        "callback_ext",
                        SampleMembers.start()
                                .and("video_codec", "h264")
                                .and("resolution", "1920x1080")
                                .and("session_id", TASK_SESSION)
                                .asText())
                .and("video_id", "1250009137_0f3c5d9ab2e84c17")
                .and("vod2Flag", 1);
    }

    static SampleMembers status() {
        return SampleValues.account()
                .and("appname", SampleValues.PATH)
                .and("domain", SampleValues.DOMAIN)
                .and("event_time", SampleValues.BEGIN + 2)
                .and(
                        "record_detail",
                        SampleMembers.start()
                                .and("file_format", 3)
                                .and("record_bps", 0)
                                .and("start_model", 1)
                                .and("record_content", 1)
                                .and("source_type", 1)
                                .and("codec_temp_id", 0)
                                .asText())
                .and("record_event", "record_start_succeeded")
                .and("task_id", "18402973651109248877")
                .and("seq", "3390175524880412301")
                .and("session_id", TASK_SESSION)
                .and("stream_id", SampleValues.STREAM);
    }

    static SampleMembers exception() {
        return SampleValues.account()
                .and("interface", SampleValues.INTERFACE)
                .and("domain", SampleValues.DOMAIN)
                .and("path", SampleValues.PATH)
                .and("stream_id", SampleValues.STREAM)
                .and("session_id", TASK_SESSION)
                .and("file_format", "mp4")
                .and("timestamp", SampleValues.BEGIN + 840)
                .and("exception_level", "warning")
                .and(
                        "exception",
                        SampleMembers.start()
                                .and("type", -130)
                                .and("occurs", 12)
                                .and("desc", "abnormal video frames dropped: 12"));
    }

    static SampleMembers snapshot() {
        return SampleMembers.start()
                .and("app", SampleValues.DOMAIN)
                .and("appname", SampleValues.PATH)
                .and("stream_param", SampleValues.STREAM_PARAM)
                .and("stream_id", SampleValues.STREAM)
                .and("channel_id", SampleValues.STREAM)
                .and("create_time", SampleValues.BEGIN + 600)
                .and("file_size", 48_215)
                .and("width", 1280)
                .and("height", 720)
                .and("pic_url", "/2026-03-14/studio-7/screenshot-09-36-53-1280x720.jpg")
                .and("pic_full_url", "http://pictures.example.com/2026-03-14/studio-7/screenshot-09-36-53-1280x720.jpg")
                .and("task_id", "2750913346120588104")
                .and("pic_extra_info", 0);
    }
}
