package io.github.csscallback.testkit;

import java.util.List;

/** Image moderation: 317, with the members of older versions. */
final class PornCensorshipSample {

    private PornCensorshipSample() {}

    static SampleMembers members() {
        SampleMembers members = SampleValues.account()
                .and("app", SampleValues.DOMAIN)
                .and("appname", SampleValues.PATH)
                .and("streamId", SampleValues.STREAM)
                .and("channelId", SampleValues.STREAM)
                .and("stream_param", SampleValues.STREAM_PARAM)
                .and("img", "http://pictures.example.com/moderation/studio-7/1773481313.jpg")
                .and("type", List.of(8))
                .and("socre", List.of(88))
                .and("ocrMsg", "scan me\nfor free tea")
                .and("suggestion", "Review")
                .and("label", "Ad")
                .and("subLabel", "QrCode")
                .and("labelResults", List.of(labelResult()))
                .and("objectResults", List.of(objectResult()))
                .and("ocrResults", List.of(ocrResult()))
                .and("libResults", List.of(libResult()))
                .and("screenshotTime", SampleValues.BEGIN + 900)
                .and("sendTime", SampleValues.BEGIN + 904);
        return withLegacy(members);
    }

    private static SampleMembers labelResult() {
        SampleMembers detail =
                SampleMembers.start().and("Id", 0).and("Name", "Sexy").and("Score", 6);
        return result("Sexy", "Pass", "Normal", 6)
                .and("HitFlag", 0)
                .and("SubLabel", "")
                .and("Details", List.of(detail));
    }

    private static SampleMembers objectResult() {
        SampleMembers detail = SampleMembers.start()
                .and("Id", 0)
                .and("Name", "QrCode")
                .and("Value", "http://www.example.com/tea")
                .and("Score", 88)
                .and("Location", location());
        return result("QrCode", "Review", "Ad", 88)
                .and("HitFlag", 1)
                .and("SubLabel", "QrCode")
                .and("Names", List.of("QrCode"))
                .and("Details", List.of(detail));
    }

    private static SampleMembers ocrResult() {
        SampleMembers detail = SampleMembers.start()
                .and("Text", "scan me")
                .and("Label", "Ad")
                .and("Keywords", List.of("scan"))
                .and("Score", 71)
                .and("Location", location());
        return result("OCR", "Review", "Ad", 71)
                .and("HitFlag", 1)
                .and("SubLabel", "")
                .and("Text", "scan me\nfor free tea")
                .and("Details", List.of(detail));
    }

    private static SampleMembers libResult() {
        SampleMembers detail = SampleMembers.start()
                .and("Id", 0)
                .and("ImageId", "img-0093")
                .and("Label", "Ad")
                .and("Tag", "tea-campaign")
                .and("Score", 64);
        return result("Similar", "Pass", "Normal", 64).and("SubLabel", "").and("Details", List.of(detail));
    }

    private static SampleMembers result(String scene, String suggestion, String label, int score) {
        return SampleMembers.start()
                .and("Scene", scene)
                .and("Suggestion", suggestion)
                .and("Label", label)
                .and("Score", score);
    }

    private static SampleMembers location() {
        return SampleMembers.start()
                .and("X", 912.5)
                .and("Y", 540)
                .and("Width", 180)
                .and("Height", 180)
                .and("Rotate", 0.25);
    }

    /** Adds members that CSS still sends, although they have no meaning any more according to the documentation. */
    private static SampleMembers withLegacy(SampleMembers members) {
        SampleMembers face = SampleMembers.start()
                .and("gender", 12)
                .and("age", 34)
                .and("expression", 61)
                .and("beauty", 70)
                .and("x", 640)
                .and("y", 210)
                .and("width", 160)
                .and("height", 160);
        SampleMembers games = SampleMembers.start()
                .and("battlegrounds", SampleMembers.start())
                .and(
                        "gameList",
                        List.of(SampleMembers.start().and("name", "chess").and("confidence", 3)));
        return members.and("level", 0)
                .and(
                        "abductionRisk",
                        List.of(SampleMembers.start().and("level", 0).and("type", 20_002)))
                .and("faceDetails", List.of(face))
                .and("gameDetails", games)
                .and("tid", 20_001)
                .and("confidence", 9)
                .and("normalScore", 91)
                .and("hotScore", 6)
                .and("pornScore", 1)
                .and("terrorScore", 0)
                .and("polityScore", 0)
                .and("illegalScore", 0)
                .and("similarScore", 64)
                .and("abuseScore", 0)
                .and("teenagerScore", 2)
                .and("adScore", 88)
                .and("customScore", 0);
    }
}
