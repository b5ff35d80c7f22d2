package io.github.csscallback.core.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Values of documented packets, and of members that no documented packet has: image and audio moderation. */
class ModerationValuesTest {

    @Test
    void picture() {
        PornCensorshipEvent event =
                (PornCensorshipEvent) Packet.documented("317-image-moderation").event();
        assertThat(event.appId()).hasValue(10_000);
        assertThat(event.channelId()).isEqualTo("teststream");
        assertThat(event.streamParam()).isNotNull();
        assertThat(event.img()).isEqualTo("http://1.1.1.1/download/porn/test.jpg");
        assertThat(event.types()).containsExactly(1L);
        assertThat(event.scores()).containsExactly(99L);
        assertThat(event.ocrMsg()).isEmpty();
        assertThat(event.suggestion()).isEqualTo(Suggestion.BLOCK);
        assertThat(event.label()).isEqualTo(ModerationLabel.PORN);
        assertThat(event.subLabel()).isEqualTo("PornHigh");
        assertThat(event.screenshotTime()).isEqualTo(Instant.ofEpochSecond(1_610_640_000));
        assertThat(event.sendTime()).isEqualTo(Instant.ofEpochSecond(1_615_859_827));
        assertThat(event.libResults()).isEmpty();
        assertThat(event.legacy().level()).hasValue(0);
        assertThat(event.legacy().faceDetails()).isEmpty();
    }

    @Test
    void resultsOfThePicture() {
        PornCensorshipEvent event =
                (PornCensorshipEvent) Packet.documented("317-image-moderation").event();
        assertThat(event.labelResults())
                .extracting(ImageLabelResult::scene)
                .containsExactly("Illegal", "Porn", "Sexy", "Terror");
        assertThat(event.labelResults().get(1))
                .isEqualTo(new ImageLabelResult(
                        OptionalInt.of(1),
                        "Porn",
                        Suggestion.BLOCK,
                        ModerationLabel.PORN,
                        "PornHigh",
                        OptionalInt.of(99),
                        List.of(
                                new ImageLabelResult.Detail(OptionalInt.of(0), "PornHigh", OptionalInt.of(99)),
                                new ImageLabelResult.Detail(OptionalInt.of(1), "WomenChest", OptionalInt.of(99)))));
        assertThat(event.objectResults())
                .extracting(ImageObjectResult::scene)
                .containsExactly("QrCode", "MapRecognition", "PolityFace");
        assertThat(event.ocrResults())
                .containsExactly(new ImageOcrResult(
                        OptionalInt.of(0),
                        "OCR",
                        Suggestion.PASS,
                        ModerationLabel.NORMAL,
                        "",
                        OptionalInt.of(0),
                        "",
                        List.of()));
    }

    @Test
    void detailsOfObjectsTextsAndLibraries() {
        PornCensorshipEvent event = Packet.decode(PornCensorshipEvent.class, """
                {"event_type": 317,
                 "objectResults": [{"SubLabel": "s", "Names": ["n"], "Details": [{"Id": 3, "Name": "logo", "Value": "v",
                   "Score": 7, "Location": {"X": 1.5, "Y": 2, "Width": 3, "Height": 4, "Rotate": 0.25}}]}],
                 "ocrResults": [{"Text": "all", "Details": [{"Text": "part", "Label": "Ad", "Keywords": ["k"], "Score": 8,
                   "Location": null}]}],
                 "libResults": [{"HitFlag": 1, "Scene": "Similar", "Suggestion": "Review", "Label": "Custom", "SubLabel": "",
                   "Score": 9, "Details": [{"Id": 4, "ImageId": "i", "Label": "Custom", "Tag": "t", "Score": 10}]}]}
                """);
        ImageObjectResult object = event.objectResults().get(0);
        assertThat(object.subLabel()).isEqualTo("s");
        assertThat(object.names()).containsExactly("n");
        assertThat(object.details())
                .containsExactly(new ImageObjectResult.Detail(
                        OptionalInt.of(3),
                        "logo",
                        "v",
                        OptionalInt.of(7),
                        new ImageLocation(
                                OptionalDouble.of(1.5),
                                OptionalDouble.of(2),
                                OptionalDouble.of(3),
                                OptionalDouble.of(4),
                                OptionalDouble.of(0.25))));
        assertThat(event.ocrResults().get(0).text()).isEqualTo("all");
        assertThat(event.ocrResults().get(0).details())
                .containsExactly(
                        new ImageOcrResult.Detail("part", ModerationLabel.AD, List.of("k"), OptionalInt.of(8), null));
        assertThat(event.libResults())
                .containsExactly(new ImageLibResult(
                        OptionalInt.of(1),
                        "Similar",
                        Suggestion.REVIEW,
                        ModerationLabel.CUSTOM,
                        "",
                        OptionalInt.of(9),
                        List.of(new ImageLibResult.Detail(
                                OptionalInt.of(4), "i", ModerationLabel.CUSTOM, "t", OptionalInt.of(10)))));
    }

    @Test
    void whatEarlierVersionsSaidOfAPicture() {
        LegacyPornDetection legacy =
                Packet.decode(PornCensorshipEvent.class, """
                        {"event_type": 317, "level": 2, "tid": 20001,
                         "abductionRisk": [{"level": 4, "type": 20002}],
                         "faceDetails": [{"gender": 1, "age": 2, "expression": 3, "beauty": 4, "x": 5, "y": 6, "width": 7,
                           "height": 8}],
                         "gameDetails": {"battlegrounds": {"place": 9}, "gameList": [{"name": "g", "confidence": 10}]},
                         "confidence": 11, "normalScore": 12, "hotScore": 13, "pornScore": 14.5, "terrorScore": 15,
                         "polityScore": 16, "illegalScore": 17, "similarScore": 18, "abuseScore": 19, "teenagerScore": 20,
                         "adScore": 21, "customScore": 22}
                        """).legacy();
        assertThat(legacy.level()).hasValue(2);
        assertThat(legacy.tid()).hasValue(20_001);
        assertThat(legacy.abductionRisk())
                .containsExactly(new LegacyPornDetection.AbductionRisk(OptionalInt.of(4), OptionalLong.of(20_002)));
        assertThat(legacy.faceDetails())
                .containsExactly(new LegacyPornDetection.FaceDetail(
                        OptionalDouble.of(1),
                        OptionalDouble.of(2),
                        OptionalDouble.of(3),
                        OptionalDouble.of(4),
                        OptionalDouble.of(5),
                        OptionalDouble.of(6),
                        OptionalDouble.of(7),
                        OptionalDouble.of(8)));
        assertThat(legacy.gameDetails())
                .isEqualTo(new LegacyPornDetection.GameDetails(
                        JsonMembers.fields("{\"place\":9}"),
                        List.of(new LegacyPornDetection.Game("g", OptionalDouble.of(10)))));
        assertThat(legacy.scores())
                .isEqualTo(new LegacyPornDetection.Scores(
                        OptionalDouble.of(11),
                        OptionalDouble.of(12),
                        OptionalDouble.of(13),
                        OptionalDouble.of(14.5),
                        OptionalDouble.of(15),
                        OptionalDouble.of(16),
                        OptionalDouble.of(17),
                        OptionalDouble.of(18),
                        OptionalDouble.of(19),
                        OptionalDouble.of(20),
                        OptionalDouble.of(21),
                        OptionalDouble.of(22)));
    }

    @Test
    void sound() {
        AudioAuditEvent event =
                (AudioAuditEvent) Packet.documented("315-audio-moderation").event();
        assertThat(event.interfaceName()).isEqualTo("general_callback");
        assertThat(event.appId()).hasValue(12345678);
        assertThat(event.channelId()).isEqualTo("xxxun01");
        assertThat(event.taskId()).isEqualTo("36881");
        assertThat(event.requestId()).isEqualTo("xxx594-4f4d-a5d0-99cce8b750b4");
        assertThat(event.seq()).hasValue(3_232_590_095L);
        assertThat(event.status()).hasValue(2);
        assertThat(event.duration()).isEqualTo(Duration.ofSeconds(10));
        assertThat(event.cdnUrl()).isEmpty();
        assertThat(event.asrText()).isEqualTo("provide mobile phone number for easy contact");
        assertThat(event.hitFlag()).hasValue(1);
        assertThat(event.score()).hasValue(96);
        assertThat(event.suggestion()).isEqualTo(Suggestion.BLOCK);
        assertThat(event.label()).isEqualTo(ModerationLabel.AD);
        assertThat(event.subLabel()).isEqualTo("Contact");
        assertThat(event.subTag()).isEqualTo("XXXsound");
        assertThat(event.languageResults()).isEmpty();
        assertThat(event.speakerResults()).isEmpty();
        assertThat(event.recognitionResults()).isEmpty();
    }

    @Test
    void resultsOfTheSound() {
        AudioAuditEvent event =
                (AudioAuditEvent) Packet.documented("315-audio-moderation").event();
        assertThat(event.moanResults())
                .containsExactly(new AudioMoanResult(
                        ModerationLabel.AD,
                        OptionalInt.of(0),
                        Suggestion.PASS,
                        Duration.ZERO,
                        Duration.ofSeconds(15),
                        "Contact"));
        assertThat(event.textResults())
                .containsExactly(new AudioTextResult(
                        ModerationLabel.AD,
                        List.of("mobile phone number"),
                        "",
                        "",
                        OptionalInt.of(0),
                        OptionalInt.of(100),
                        Suggestion.BLOCK,
                        "",
                        List.of(new AudioTextResult.HitInfo(
                                "Keyword",
                                "mobile phone number",
                                "XXViolationThesaurus",
                                List.of(
                                        new AudioTextResult.Position(OptionalInt.of(13), OptionalInt.of(16)),
                                        new AudioTextResult.Position(OptionalInt.of(18), OptionalInt.of(22)))))));
        assertThat(event.asrTmpFullResults())
                .containsExactly(new AudioTranscript(
                        "",
                        List.of(1_810_089.2, 1_810_104.8),
                        OptionalDouble.of(100),
                        Instant.ofEpochSecond(1_685_929_588),
                        "00:00:00-00:00:15",
                        "https://xxx.Audit-09-46-27.wav"));
    }

    @Test
    void languagesSpeakersAndVoices() {
        AudioAuditEvent event = Packet.decode(AudioAuditEvent.class, """
                {"event_type": 315, "bizid": 3, "moan_results": null, "data": {"asr_tmp_full_results": []},
                 "language_results": [{"Label": "en", "Score": 1, "StartTime": 0.5, "EndTime": 4.783}],
                 "speaker_results": [{"Label": "s", "Score": 2, "StartTime": 1, "EndTime": 2}],
                 "recognition_results": [{"Label": "Gender", "Tags": [
                   {"Name": "Male", "Score": 3, "StartTime": 500, "EndTime": 4783.5}]}]}
                """);
        assertThat(event.bizId()).hasValue(3);
        assertThat(event.moanResults()).isEmpty();
        assertThat(event.asrTmpFullResults()).isEmpty();
        assertThat(event.languageResults())
                .containsExactly(
                        new AudioSpanResult("en", OptionalInt.of(1), Duration.ofMillis(500), Duration.ofMillis(4_783)));
        assertThat(event.speakerResults())
                .containsExactly(
                        new AudioSpanResult("s", OptionalInt.of(2), Duration.ofSeconds(1), Duration.ofSeconds(2)));
        assertThat(event.recognitionResults())
                .containsExactly(new AudioRecognitionResult(
                        "Gender",
                        List.of(new AudioRecognitionResult.Tag(
                                "Male", OptionalInt.of(3), Duration.ofMillis(500), Duration.ofNanos(4_783_500_000L)))));
    }
}
