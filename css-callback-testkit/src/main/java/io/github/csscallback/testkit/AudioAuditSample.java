package io.github.csscallback.testkit;

import java.util.List;

/** Audio moderation: 315. */
final class AudioAuditSample {

    private AudioAuditSample() {}

    static SampleMembers members() {
        return SampleValues.account()
                .and("bizid", 41_877)
                .and("stream_id", SampleValues.STREAM)
                .and("channel_id", SampleValues.STREAM)
                .and("domain", SampleValues.DOMAIN)
                .and("path", SampleValues.PATH)
                .and("HitFlag", 1)
                .and("Score", 91)
                .and("SubTag", "Contact")
                .and("task_id", 5_190_226)
                .and("status", 2)
                .and("asr_text", "call the number on the \"blue\" card")
                .and("cdn_url", "http://audio.example.com/studio-7/piece-118.wav")
                .and("duration", 15)
                .and("label", "Ad")
                .and("sub_label", "Contact")
                .and("suggestion", "Review")
                .and("request_id", "6a0f2f1e-93d7-4c0a-8f52-7d5b1f0c9e31")
                .and("seq", 3_600_118_274L)
                .and("language_results", List.of(span("en-US", 87)))
                .and("moan_results", List.of(moan()))
                .and("recognition_results", List.of(recognition()))
                .and("speaker_results", List.of(span("host", 76)))
                .and("text_results", List.of(text()))
                .and("data", SampleMembers.start().and("asr_tmp_full_results", List.of(transcript())))
                .and("interface", SampleValues.INTERFACE);
    }

    private static SampleMembers span(String label, int score) {
        return SampleMembers.start()
                .and("Label", label)
                .and("Score", score)
                .and("StartTime", 0.5)
                .and("EndTime", 14.25);
    }

    private static SampleMembers moan() {
        return SampleMembers.start()
                .and("Label", "Moan")
                .and("Score", 4)
                .and("Suggestion", "Pass")
                .and("StartTime", 0)
                .and("EndTime", 15)
                .and("SubLabel", "");
    }

    private static SampleMembers recognition() {
        SampleMembers tag = SampleMembers.start()
                .and("Name", "Female")
                .and("Score", 93)
                .and("StartTime", 500)
                .and("EndTime", 14_250);
        return SampleMembers.start().and("Label", "Gender").and("Tags", List.of(tag));
    }

    private static SampleMembers text() {
        SampleMembers hit = SampleMembers.start()
                .and("Type", "Keyword")
                .and("Keyword", "number")
                .and("LibName", "contact-words")
                .and("Positions", List.of(SampleMembers.start().and("Start", 9).and("End", 15)));
        return SampleMembers.start()
                .and("Label", "Ad")
                .and("Keywords", List.of("number"))
                .and("LibId", "lib-204")
                .and("LibName", "contact-words")
                .and("LibType", 2)
                .and("Score", 91)
                .and("Suggestion", "Review")
                .and("SubLabel", "Contact")
                .and("HitInfos", List.of(hit));
    }

    private static SampleMembers transcript() {
        return SampleMembers.start()
                .and("appearing_point", List.of(4.2, 9.75))
                .and("confidence", 91)
                .and("create_time", SampleValues.BEGIN + 1770)
                .and("id", "piece-118")
                .and("periods", "00:29:15-00:29:30")
                .and("url", "http://audio.example.com/studio-7/piece-118.wav");
    }
}
