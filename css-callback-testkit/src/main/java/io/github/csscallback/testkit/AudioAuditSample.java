package io.github.csscallback.testkit;

import java.util.List;

/** Audio moderation: 315 (intl 58643). */
final class AudioAuditSample {

    private AudioAuditSample() {}

    static Members members() {
        return Invented.account()
                .and("bizid", 41_877)
                .and("stream_id", Invented.STREAM)
                .and("channel_id", Invented.STREAM)
                .and("domain", Invented.DOMAIN)
                .and("path", Invented.PATH)
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
                .and("data", Members.start().and("asr_tmp_full_results", List.of(transcript())))
                .and("interface", Invented.INTERFACE);
    }

    private static Members span(String label, int score) {
        return Members.start()
                .and("Label", label)
                .and("Score", score)
                .and("StartTime", 0.5)
                .and("EndTime", 14.25);
    }

    private static Members moan() {
        return Members.start()
                .and("Label", "Moan")
                .and("Score", 4)
                .and("Suggestion", "Pass")
                .and("StartTime", 0)
                .and("EndTime", 15)
                .and("SubLabel", "");
    }

    private static Members recognition() {
        Members tag = Members.start()
                .and("Name", "Female")
                .and("Score", 93)
                .and("StartTime", 500)
                .and("EndTime", 14_250);
        return Members.start().and("Label", "Gender").and("Tags", List.of(tag));
    }

    private static Members text() {
        Members hit = Members.start()
                .and("Type", "Keyword")
                .and("Keyword", "number")
                .and("LibName", "contact-words")
                .and("Positions", List.of(Members.start().and("Start", 9).and("End", 15)));
        return Members.start()
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

    private static Members transcript() {
        return Members.start()
                .and("appearing_point", List.of(4.2, 9.75))
                .and("confidence", 91)
                .and("create_time", Invented.BEGIN + 1770)
                .and("id", "piece-118")
                .and("periods", "00:29:15-00:29:30")
                .and("url", "http://audio.example.com/studio-7/piece-118.wav");
    }
}
