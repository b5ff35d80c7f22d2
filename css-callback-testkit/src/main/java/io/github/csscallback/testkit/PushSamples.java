package io.github.csscallback.testkit;

import java.util.List;

/** Pushes: 1 and 0 (intl 38081), 8 (zh 32744 of 2019), 321 (intl 53310). */
final class PushSamples {

    private PushSamples() {}

    static Members streamBegin() {
        return push(Invented.BEGIN)
                .and("errcode", 0)
                .and("errmsg", "ok")
                .and("set_id", 2)
                .and("width", 1920)
                .and("height", 1080)
                .and("idc_id", 41);
    }

    static Members streamEnd() {
        return push(Invented.END)
                .and("push_duration", "2667640")
                .and("errcode", 1)
                .and("errmsg", "The push client actively stopped the push")
                .and("set_id", 2)
                .and("width", 1920)
                .and("height", 1080)
                .and("idc_id", 41);
    }

    private static Members push(long eventTime) {
        return Invented.account()
                .and("app", Invented.DOMAIN)
                .and("appname", Invented.PATH)
                .and("stream_id", Invented.STREAM)
                .and("channel_id", Invented.STREAM)
                .and("event_time", eventTime)
                .and("sequence", Invented.SESSION)
                .and("node", "198.51.100.23")
                .and("user_ip", Invented.PUSHER)
                .and("stream_param", Invented.STREAM_PARAM);
    }

    static Members streamMix() {
        return Invented.account()
                .and("domain", Invented.DOMAIN)
                .and("path", Invented.PATH)
                .and("mix_session_id", "mix-panel-0314")
                .and("status_code", 0)
                .and("status_msg", "Ok")
                .and("timestamp", Invented.BEGIN + 20)
                .and("stream_list", List.of(Invented.STREAM, "guest-2"));
    }

    static Members pushException() {
        long at = (Invented.BEGIN + 300) * 1000;
        return Invented.account()
                .and("user_ip", Invented.PUSHER)
                .and("data_time", at)
                .and("domain", Invented.DOMAIN)
                .and("path", Invented.PATH)
                .and("report_interval", 5000)
                .and("sequence", Invented.SESSION)
                .and("stream_id", Invented.STREAM)
                .and("stream_param", Invented.STREAM_PARAM)
                .and("timeout", 5000)
                .and("abnormal_event", List.of(slowVideo(at), slowAudio(at)))
                .and("interface", Invented.INTERFACE);
    }

    private static Members slowVideo(long at) {
        return Members.start()
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

    private static Members slowAudio(long at) {
        return Members.start()
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

    private static Members occurrence(String description, long millis) {
        return Members.start().and("desc", description).and("occur_time", millis);
    }

    /** A kind that nobody documents, as a later CSS may send it. */
    static Members undocumented() {
        return Invented.account()
                .and("domain", Invented.DOMAIN)
                .and("path", Invented.PATH)
                .and("stream_id", Invented.STREAM)
                .and("event_time", Invented.BEGIN + 60)
                .and("interface", Invented.INTERFACE)
                .and("news", Members.start().and("level", 3).and("text", "a kind of a later day"));
    }
}
