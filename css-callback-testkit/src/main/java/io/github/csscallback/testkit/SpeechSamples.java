package io.github.csscallback.testkit;

import java.util.List;

/** Speech recognition, translation and summaries: 338, 347, 348, 349. */
final class SpeechSamples {

    private static final long SAID = SampleValues.BEGIN + 1500;

    private SpeechSamples() {}

    static SampleMembers subtitle() {
        return stream("9120447")
                .and(
                        "data",
                        SampleMembers.start()
                                .and(
                                        "subtitle_tmp_res",
                                        List.of(sentence("The kettle has just boiled.")
                                                .and("dst_txt", "水壶刚刚烧开。")
                                                .and("stead_state", true))));
    }

    static SampleMembers smartErase() {
        SampleMembers keyword = SampleMembers.start()
                .and("word", "kettle")
                .and("begin_time", 1_500_400)
                .and("end_time", 1_500_900);
        return stream("9120448")
                .and(
                        "data",
                        SampleMembers.start()
                                .and(
                                        "subtitle_tmp_res",
                                        List.of(sentence("The kettle has just boiled.")
                                                .and("keywords_info", List.of(keyword)))));
    }

    static SampleMembers summary() {
        return place().and("begin_time", SampleValues.BEGIN)
                .and("end_time", SampleValues.BEGIN + 1800)
                .and("title", "Three teas, one kettle")
                .and("summary", "The host brews three teas in turn, says how hot the water should be, and tastes them.")
                .and("key_words", List.of("tea", "kettle", "water temperature"))
                .and("key_points", List.of("Green tea wants cooler water", "Rinse the pot first"));
    }

    static SampleMembers highlight() {
        SampleMembers tasting = SampleMembers.start()
                .and("begin_time", SampleValues.BEGIN + 1620)
                .and("end_time", SampleValues.BEGIN + 1655)
                .and("title", "The first sip")
                .and("summary", "The host tastes the oolong and is surprised.")
                .and("video_store_url", "http://clips.example.com/studio-7/first-sip.mp4")
                .and("cov_img_store_url", "http://clips.example.com/studio-7/first-sip.jpg")
                .and("key_words", List.of("oolong", "tasting"));
        return place().and("items", List.of(tasting));
    }

    private static SampleMembers stream(String taskId) {
        return SampleValues.account()
                .and("stream_id", SampleValues.STREAM)
                .and("channel_id", SampleValues.STREAM)
                .and("task_id", taskId);
    }

    private static SampleMembers place() {
        return SampleValues.account()
                .and("domain", SampleValues.DOMAIN)
                .and("path", SampleValues.PATH)
                .and("stream_id", SampleValues.STREAM);
    }

    private static SampleMembers sentence(String text) {
        return SampleMembers.start()
                .and("src_txt", text)
                .and("start_pts", 1_500_000)
                .and("end_pts", 1_502_200)
                .and("start_unix_time", SAID)
                .and("end_unix_time", SAID + 2);
    }
}
