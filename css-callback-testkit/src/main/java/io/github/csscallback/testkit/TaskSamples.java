package io.github.csscallback.testkit;

/** Types that CSS does not sign: 314, 328. */
final class TaskSamples {

    private static final String SOURCE = "http://media.example.com/films/night-train.mp4";

    private TaskSamples() {}

    static SampleMembers relay() {
        return SampleValues.account()
                .and("callback_event", "VodSourceFileFinish")
                .and("source_urls", "[\"" + SOURCE + "\"]\n") // the line feed is there in real packets
                .and(
                        "to_url",
                        "rtmp://push.example.net/live/cinema-1?txSecret=ab5ec0de77aa11bb55ec0de877aa11bb&txTime=69B5A3C0")
                .and("stream_id", "cinema-1")
                .and("task_id", "730042")
                .and(
                        "msg",
                        SampleMembers.start()
                                .and("url", SOURCE)
                                .and("index", 0)
                                .and("duration", 5400)
                                .asText())
                .and("event_time", Long.toString(SampleValues.END))
                .and("callback_url", "http://hooks.example.com/css/relay")
                .and("interface", SampleValues.INTERFACE)
                .and("product_name", "pullpush");
    }

    static SampleMembers monitor() {
        return SampleValues.account()
                .and("bizid", 41_877)
                .and("interface", SampleValues.INTERFACE)
                .and("event_name", "StreamLowFramerate")
                .and("event_time", (SampleValues.BEGIN + 900) * 1000 + 208)
                .and("event_msg", "stream [ studio-7 ] frame rate is less than 10 fps")
                .and("stream_id", SampleValues.STREAM);
    }
}
