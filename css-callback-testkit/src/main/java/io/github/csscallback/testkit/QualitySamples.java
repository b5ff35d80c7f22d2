package io.github.csscallback.testkit;

import java.util.List;

/** Quality of a stream: 343, 344, 345. */
final class QualitySamples {

    private QualitySamples() {}

    static SampleMembers control() {
        return stream().and("score", 38.625).and("function", "QualityControl").and("class", "Mosaic");
    }

    static SampleMembers threshold() {
        return stream()
                .and("frames", List.of(frame(41.5, 0), frame(39.25, 1000)))
                .and("function", "Assessment")
                .and("class", "VQA");
    }

    static SampleMembers average() {
        return stream()
                .and("frames", List.of(frame(41.5, 0), frame(62.75, 1000), frame(39.25, 2000)))
                .and("average_score", 47.833)
                .and("max_score", 62.75)
                .and("min_score", 39.25)
                .and("function", "Assessment")
                .and("class", "VQA");
    }

    private static SampleMembers stream() {
        return SampleValues.account()
                .and("appname", SampleValues.PATH)
                .and("stream_id", SampleValues.STREAM)
                .and("domain", SampleValues.DOMAIN)
                .and("event_time", SampleValues.BEGIN + 1200)
                .and("transcode_template_id", 88_014)
                .and("watermark_template_id", 5_127);
    }

    private static SampleMembers frame(double score, int afterMillis) {
        return SampleMembers.start().and("score", score).and("time", (SampleValues.BEGIN + 1198) * 1000 + afterMillis);
    }
}
