package io.github.csscallback.testkit;

import java.util.List;

/** Pushes: 1 and 0, 8, 321. */
final class PushSamples {

    private PushSamples() {}

    static SampleMembers streamBegin() {
        return push(SampleValues.BEGIN)
                .and("errcode", 0)
                .and("errmsg", "ok")
                .and("set_id", 2)
                .and("width", 1920)
                .and("height", 1080)
                .and("idc_id", 41);
    }

    static SampleMembers streamEnd() {
        return push(SampleValues.END)
                .and("push_duration", "2667640")
                .and("errcode", 1)
                .and("errmsg", "The push client actively stopped the push")
                .and("set_id", 2)
                .and("width", 1920)
                .and("height", 1080)
                .and("idc_id", 41);
    }

    private static SampleMembers push(long eventTime) {
        return SampleValues.account()
                .and("app", SampleValues.DOMAIN)
                .and("appname", SampleValues.PATH)
                .and("stream_id", SampleValues.STREAM)
                .and("channel_id", SampleValues.STREAM)
                .and("event_time", eventTime)
                .and("sequence", SampleValues.SESSION)
                .and("node", "198.51.100.23")
                .and("user_ip", SampleValues.PUSHER)
                .and("stream_param", SampleValues.STREAM_PARAM);
    }

    static SampleMembers streamMix() {
        return SampleValues.account()
                .and("domain", SampleValues.DOMAIN)
                .and("path", SampleValues.PATH)
                .and("mix_session_id", "mix-panel-0314")
                .and("status_code", 0)
                .and("status_msg", "Ok")
                .and("timestamp", SampleValues.BEGIN + 20)
                .and("stream_list", List.of(SampleValues.STREAM, "guest-2"));
    }

    static SampleMembers pushException() {
        long at = (SampleValues.BEGIN + 300) * 1000;
        return SampleValues.account()
                .and("user_ip", SampleValues.PUSHER)
                .and("data_time", at)
                .and("domain", SampleValues.DOMAIN)
                .and("path", SampleValues.PATH)
                .and("report_interval", 5000)
                .and("sequence", SampleValues.SESSION)
                .and("stream_id", SampleValues.STREAM)
                .and("stream_param", SampleValues.STREAM_PARAM)
                .and("timeout", 5000)
                .and("abnormal_event", List.of(slowVideo(at), slowAudio(at)))
                .and("interface", SampleValues.INTERFACE);
    }

    private static SampleMembers slowVideo(long at) {
        return SampleMembers.start()
                .and("type", 6)
                .and("count", 1)
                .and(
                        "detail",
                        List.of(occurrence("video frame arrive interval too long, interval=3120(msec)", at - 1900)))
                .and("type_desc_cn", "视频帧到达间隔大于3000ms")
                .and("type_desc_en", "video frame arrive interval bigger than 3000(ms)")
                .and("event_key", "")
                .and("customer_visible", "true");
    }

    private static SampleMembers slowAudio(long at) {
        return SampleMembers.start()
                .and("type", 7)
                .and("count", 2)
                .and(
                        "detail",
                        List.of(
                                occurrence("audio frame arrive interval too long, interval=1180(msec)", at - 4200),
                                occurrence("audio frame arrive interval too long, interval=1033(msec)", at - 800)))
                .and("type_desc_cn", "音频帧到达间隔大于1000ms")
                .and("type_desc_en", "audio frame arrive interval bigger than 1000(ms)")
                .and("event_key", "");
    }

    private static SampleMembers occurrence(String description, long millis) {
        return SampleMembers.start().and("desc", description).and("occur_time", millis);
    }

    /** An undocumented type, as a later CSS may send it. */
    static SampleMembers undocumented() {
        return SampleValues.account()
                .and("domain", SampleValues.DOMAIN)
                .and("path", SampleValues.PATH)
                .and("stream_id", SampleValues.STREAM)
                .and("event_time", SampleValues.BEGIN + 60)
                .and("interface", SampleValues.INTERFACE)
                .and("news", SampleMembers.start().and("level", 3).and("text", "a kind of a later day"));
    }
}
