package io.github.csscallback.core.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.csscallback.core.event.moderation.AudioMoanResult;
import io.github.csscallback.core.event.moderation.AudioRecognitionResult;
import io.github.csscallback.core.event.moderation.AudioSpanResult;
import io.github.csscallback.core.event.moderation.AudioTextResult;
import io.github.csscallback.core.event.moderation.AudioTranscript;
import io.github.csscallback.core.event.moderation.ImageLabelResult;
import io.github.csscallback.core.event.moderation.ImageLibResult;
import io.github.csscallback.core.event.moderation.ImageLocation;
import io.github.csscallback.core.event.moderation.ImageObjectResult;
import io.github.csscallback.core.event.moderation.ImageOcrResult;
import io.github.csscallback.core.event.moderation.LegacyPornDetection;
import io.github.csscallback.core.event.moderation.ModerationLabel;
import io.github.csscallback.core.event.moderation.Suggestion;
import io.github.csscallback.core.field.JsonMembers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Values of documented packets, and of members that no documented packet has: image and audio moderation. */
class ModerationValuesTest {

    @Test
    void picture() {
        PornCensorshipEvent event =
                (PornCensorshipEvent) Packet.documented("317-image-moderation").event();
        assertThat(event.appId()).isEqualTo(10_000);
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
        assertThat(event.legacy().level()).isEqualTo(0);
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
                        1,
                        "Porn",
                        Suggestion.BLOCK,
                        ModerationLabel.PORN,
                        "PornHigh",
                        99,
                        List.of(
                                new ImageLabelResult.Detail(0, "PornHigh", 99),
                                new ImageLabelResult.Detail(1, "WomenChest", 99))));
        assertThat(event.objectResults())
                .extracting(ImageObjectResult::scene)
                .containsExactly("QrCode", "MapRecognition", "PolityFace");
        assertThat(event.ocrResults())
                .containsExactly(
                        new ImageOcrResult(0, "OCR", Suggestion.PASS, ModerationLabel.NORMAL, "", 0, "", List.of()));
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
                .containsExactly(
                        new ImageObjectResult.Detail(3, "logo", "v", 7, new ImageLocation(1.5, 2.0, 3.0, 4.0, 0.25)));
        assertThat(event.ocrResults().get(0).text()).isEqualTo("all");
        assertThat(event.ocrResults().get(0).details())
                .containsExactly(new ImageOcrResult.Detail("part", ModerationLabel.AD, List.of("k"), 8, null));
        assertThat(event.libResults())
                .containsExactly(new ImageLibResult(
                        1,
                        "Similar",
                        Suggestion.REVIEW,
                        ModerationLabel.CUSTOM,
                        "",
                        9,
                        List.of(new ImageLibResult.Detail(4, "i", ModerationLabel.CUSTOM, "t", 10))));
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
        assertThat(legacy.level()).isEqualTo(2);
        assertThat(legacy.tid()).isEqualTo(20_001);
        assertThat(legacy.abductionRisk()).containsExactly(new LegacyPornDetection.AbductionRisk(4, 20_002L));
        assertThat(legacy.faceDetails())
                .containsExactly(new LegacyPornDetection.FaceDetail(1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0));
        assertThat(legacy.gameDetails())
                .isEqualTo(new LegacyPornDetection.GameDetails(
                        JsonMembers.fields("{\"place\":9}"), List.of(new LegacyPornDetection.Game("g", 10.0))));
        assertThat(legacy.scores())
                .isEqualTo(new LegacyPornDetection.Scores(
                        11.0, 12.0, 13.0, 14.5, 15.0, 16.0, 17.0, 18.0, 19.0, 20.0, 21.0, 22.0));
    }

    @Test
    void sound() {
        AudioAuditEvent event =
                (AudioAuditEvent) Packet.documented("315-audio-moderation").event();
        assertThat(event.interfaceName()).isEqualTo("general_callback");
        assertThat(event.appId()).isEqualTo(12345678);
        assertThat(event.channelId()).isEqualTo("xxxun01");
        assertThat(event.taskId()).isEqualTo("36881");
        assertThat(event.requestId()).isEqualTo("xxx594-4f4d-a5d0-99cce8b750b4");
        assertThat(event.seq()).isEqualTo(3_232_590_095L);
        assertThat(event.status()).isEqualTo(2);
        assertThat(event.duration()).isEqualTo(Duration.ofSeconds(10));
        assertThat(event.cdnUrl()).isEmpty();
        assertThat(event.asrText()).isEqualTo("provide mobile phone number for easy contact");
        assertThat(event.hitFlag()).isEqualTo(1);
        assertThat(event.score()).isEqualTo(96);
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
                        ModerationLabel.AD, 0, Suggestion.PASS, Duration.ZERO, Duration.ofSeconds(15), "Contact"));
        assertThat(event.textResults())
                .containsExactly(new AudioTextResult(
                        ModerationLabel.AD,
                        List.of("mobile phone number"),
                        "",
                        "",
                        0,
                        100,
                        Suggestion.BLOCK,
                        "",
                        List.of(new AudioTextResult.HitInfo(
                                "Keyword",
                                "mobile phone number",
                                "XXViolationThesaurus",
                                List.of(new AudioTextResult.Position(13, 16), new AudioTextResult.Position(18, 22))))));
        assertThat(event.asrTmpFullResults())
                .containsExactly(new AudioTranscript(
                        "",
                        List.of(1_810_089.2, 1_810_104.8),
                        100.0,
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
        assertThat(event.bizId()).isEqualTo(3);
        assertThat(event.moanResults()).isEmpty();
        assertThat(event.asrTmpFullResults()).isEmpty();
        assertThat(event.languageResults())
                .containsExactly(new AudioSpanResult("en", 1, Duration.ofMillis(500), Duration.ofMillis(4_783)));
        assertThat(event.speakerResults())
                .containsExactly(new AudioSpanResult("s", 2, Duration.ofSeconds(1), Duration.ofSeconds(2)));
        assertThat(event.recognitionResults())
                .containsExactly(new AudioRecognitionResult(
                        "Gender",
                        List.of(new AudioRecognitionResult.Tag(
                                "Male", 3, Duration.ofMillis(500), Duration.ofNanos(4_783_500_000L)))));
    }
}
