package io.github.csscallback.core.event;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.csscallback.core.event.quality.AssessmentFrame;
import io.github.csscallback.core.event.quality.AssessmentMetric;
import io.github.csscallback.core.event.quality.MonitorEventName;
import io.github.csscallback.core.event.quality.QualityClass;
import io.github.csscallback.core.event.relay.RelayAlarmType;
import io.github.csscallback.core.event.relay.RelayCallbackEvent;
import io.github.csscallback.core.event.relay.RelayMessage;
import io.github.csscallback.core.field.FieldProblem;
import io.github.csscallback.core.field.SecretText;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Values of documented packets, and of members that no documented packet has: relay, monitor, text, quality. */
class TaskAndQualityValuesTest {

    @Test
    void relayStarts() {
        RelayEvent event =
                (RelayEvent) Packet.documented("314-relay-task-start").event();
        assertThat(event.interfaceName()).isEqualTo("general_callback");
        assertThat(event.productName()).isEqualTo("pullpush");
        assertThat(event.appId()).isEqualTo(4);
        assertThat(event.callbackEvent()).isEqualTo(RelayCallbackEvent.TASK_START);
        assertThat(event.taskId()).isEqualTo("118148");
        assertThat(event.sourceUrls())
                .extracting(SecretText::reveal)
                .containsExactly("http://yourURL.cn/live/normal_230753472*****21162358-upload-45eb/playlist.m3u8");
        assertThat(event.toUrl()).isEqualTo(SecretText.of("rtmp://xxx.livepush.myqcloud.com/live/testvod"));
        assertThat(event.msg()).isEqualTo(new RelayMessage(Instant.EPOCH, null, null, null, null, null, null, null));
        assertThat(event.eventTime()).isNull();
    }

    @Test
    void relayExits() {
        RelayEvent event = (RelayEvent) Packet.documented("314-relay-task-exit").event();
        assertThat(event.callbackEvent()).isEqualTo(RelayCallbackEvent.TASK_EXIT);
        assertThat(event.taskId()).isNull();
        assertThat(event.toUrl()).isNull();
        assertThat(event.msg())
                .isEqualTo(new RelayMessage(null, Instant.EPOCH, null, null, null, -22, "write packet error.", null));
    }

    @Test
    void relayPlaysAFile() {
        RelayEvent start = (RelayEvent)
                Packet.documented("314-relay-vod-source-file-start").event();
        assertThat(start.callbackEvent()).isEqualTo(RelayCallbackEvent.VOD_SOURCE_FILE_START);
        RelayEvent finish = (RelayEvent)
                Packet.documented("314-relay-vod-source-file-finish").event();
        assertThat(finish.callbackEvent()).isEqualTo(RelayCallbackEvent.VOD_SOURCE_FILE_FINISH);
        assertThat(finish.callbackUrl()).isEqualTo(SecretText.of("http://you.callback.url"));
        RelayMessage message = requireNonNull(finish.msg());
        assertThat(message.url()).isEqualTo(finish.sourceUrls().get(0));
        assertThat(message.index()).isEqualTo(0);
        assertThat(message.duration()).isEqualTo(Duration.ofSeconds(14_920));
    }

    @Test
    void relayAlarms() {
        RelayEvent event = Packet.decode(RelayEvent.class, """
                {"event_type": 314, "callback_event": "TaskAlarm", "event_time": "1712893433",
                 "msg": "{\\"type\\":\\"PullFileFailed\\",\\"index\\":\\"2\\",\\"code\\":\\"-5\\"}"}
                """);
        assertThat(event.callbackEvent()).isEqualTo(RelayCallbackEvent.TASK_ALARM);
        assertThat(event.occurredAt()).isEqualTo("2024-04-12T03:43:53Z");
        RelayMessage message = requireNonNull(event.msg());
        assertThat(message.type()).isEqualTo(RelayAlarmType.PULL_FILE_FAILED);
        assertThat(message.index()).isEqualTo(2);
        assertThat(message.code()).isEqualTo(-5);
    }

    @Test
    void rubbishInsideTheTextsOfARelayIsNoReasonToFail() {
        Packet packet = Packet.decode("{\"event_type\":314,\"msg\":\"{\",\"source_urls\":\"http://a\"}");
        RelayEvent event = (RelayEvent) packet.event();
        assertThat(event.msg()).isNull();
        assertThat(event.sourceUrls()).isEmpty();
        assertThat(packet.problems()).extracting(FieldProblem::field).containsExactlyInAnyOrder("msg", "source_urls");
    }

    @Test
    void monitorNames() {
        assertThat(List.of(
                        "328-monitor-stream-broken",
                        "328-monitor-stream-low-framerate",
                        "328-monitor-ocr-full-text",
                        "328-monitor-asr-full-text"))
                .extracting(name -> ((MonitorEvent) Packet.documented(name).event()).eventName())
                .containsExactly(
                        MonitorEventName.STREAM_BROKEN,
                        MonitorEventName.STREAM_LOW_FRAMERATE,
                        MonitorEventName.OCR_FULL_TEXT,
                        MonitorEventName.ASR_FULL_TEXT);
    }

    @Test
    void monitorMessage() {
        MonitorEvent event =
                (MonitorEvent) Packet.documented("328-monitor-ocr-full-text").event();
        assertThat(event.interfaceName()).isEqualTo("general_callback");
        assertThat(event.appId()).isEqualTo(25_100);
        assertThat(event.bizId()).isEqualTo(299);
        assertThat(event.eventTime()).isEqualTo(Instant.ofEpochMilli(1_678_086_955_691L));
        assertThat(event.eventMsg()).endsWith("Text:\u65b0\u95fb\u8054\u64ad}");
    }

    @Test
    void subtitles() {
        SubtitleEvent event = (SubtitleEvent) Packet.documented("338-subtitle").event();
        assertThat(event.appId()).isNull();
        assertThat(event.channelId()).isEqualTo("teststream");
        assertThat(event.taskId()).isEqualTo("7735333");
        assertThat(event.subtitles())
                .containsExactly(new SubtitleEvent.Subtitle(
                        "Today we shall delve into the study of linear equations in one variable.",
                        null,
                        Duration.ofMillis(123_000),
                        Duration.ofMillis(126_333),
                        null,
                        null,
                        true));
    }

    @Test
    void subtitlesWithTranslation() {
        assertThat(Packet.decode(SubtitleEvent.class, """
                                {"event_type": 338, "appid": 5, "data": {"subtitle_tmp_res": [{"dst_txt": "t",
                                 "start_unix_time": 1750402588, "end_unix_time": 1750402597, "steady_state": false}]}}
                                """).subtitles())
                .containsExactly(new SubtitleEvent.Subtitle(
                        null,
                        "t",
                        null,
                        null,
                        Instant.ofEpochSecond(1_750_402_588),
                        Instant.ofEpochSecond(1_750_402_597),
                        false));
        assertThat(Packet.decode(SubtitleEvent.class, "{\"event_type\":338,\"data\":{}}")
                        .subtitles())
                .isEmpty();
    }

    @Test
    void erasedWords() {
        SmartEraseEvent event =
                (SmartEraseEvent) Packet.documented("347-smart-erase").event();
        assertThat(event.taskId()).isEqualTo("7735333");
        assertThat(event.channelId()).isEqualTo("teststream");
        SmartEraseEvent.Sentence sentence = event.sentences().get(0);
        assertThat(sentence.srcTxt()).startsWith("The list of alternate members");
        assertThat(sentence.startPts()).isEqualTo(Duration.ofMillis(954_864));
        assertThat(sentence.endPts()).isEqualTo(Duration.ofMillis(964_464));
        assertThat(sentence.startUnixTime()).isEqualTo(Instant.ofEpochSecond(1_750_402_588));
        assertThat(sentence.endUnixTime()).isEqualTo(Instant.ofEpochSecond(1_750_402_597));
        assertThat(sentence.keywordsInfo())
                .containsExactly(new SmartEraseEvent.Keyword(
                        "Central Commission for Discipline Inspection",
                        Duration.ofMillis(957_759),
                        Duration.ofMillis(959_424)));
    }

    @Test
    void qualityControl() {
        QualityControlEvent event =
                (QualityControlEvent) Packet.documented("343-quality-control").event();
        assertThat(event.appId()).isEqualTo(12345678);
        assertThat(event.transcodeTemplateId()).isEqualTo(123_456);
        assertThat(event.watermarkTemplateId()).isEqualTo(123_457);
        assertThat(event.function()).isEqualTo("QualityControl");
        assertThat(event.qualityClass()).isEqualTo(QualityClass.BLUR);
        assertThat(event.score()).isEqualTo(44.15314104741461);
    }

    private static final List<AssessmentFrame> FRAMES = List.of(
            new AssessmentFrame(22.78, Instant.ofEpochMilli(1_752_130_785_280L)),
            new AssessmentFrame(32.75, Instant.ofEpochMilli(1_752_130_786_281L)));

    @Test
    void scoresBelowTheThreshold() {
        AssessmentThresholdEvent event = (AssessmentThresholdEvent)
                Packet.documented("344-assessment-threshold").event();
        assertThat(event.appId()).isEqualTo(1_234_576);
        assertThat(event.transcodeTemplateId()).isEqualTo(12_345);
        assertThat(event.watermarkTemplateId()).isNull();
        assertThat(event.function()).isEqualTo("Assessment");
        assertThat(event.metric()).isEqualTo(AssessmentMetric.PSNR);
        assertThat(event.frames()).isEqualTo(FRAMES);
    }

    @Test
    void averageScore() {
        AssessmentAverageEvent event = (AssessmentAverageEvent)
                Packet.documented("345-assessment-average").event();
        assertThat(event.appId()).isEqualTo(1_234_576);
        assertThat(event.transcodeTemplateId()).isEqualTo(12_345);
        assertThat(event.watermarkTemplateId()).isNull();
        assertThat(event.function()).isEqualTo("Assessment");
        assertThat(event.metric()).isEqualTo(AssessmentMetric.PSNR);
        assertThat(event.averageScore()).isEqualTo(27.765);
        assertThat(event.maxScore()).isEqualTo(32.75);
        assertThat(event.minScore()).isEqualTo(22.78);
        assertThat(event.frames()).isEqualTo(FRAMES);
    }

    @Test
    void theWatermarkTemplateOfAScoreIsRead() {
        assertThat(Packet.decode(
                                AssessmentThresholdEvent.class,
                                "{\"event_type\":344,\"transcode_template_id\":1,\"watermark_template_id\":2}")
                        .watermarkTemplateId())
                .isEqualTo(2);
        assertThat(Packet.decode(
                                AssessmentAverageEvent.class,
                                "{\"event_type\":345,\"transcode_template_id\":1,\"watermark_template_id\":2}")
                        .watermarkTemplateId())
                .isEqualTo(2);
    }

    @Test
    void summary() {
        SummaryEvent event = (SummaryEvent) Packet.documented("348-summary").event();
        assertThat(event.appId()).isEqualTo(1234);
        assertThat(event.beginTime()).isEqualTo(Instant.ofEpochSecond(1_761_211_980));
        assertThat(event.endTime()).isEqualTo(Instant.ofEpochSecond(1_761_212_541));
        assertThat(event.title()).startsWith("Live broadcast promoting");
        assertThat(event.summary()).startsWith("This live broadcast mainly");
        assertThat(event.keyWords())
                .containsExactly("three piece set", "Shandong coarse cloth", "bedding promotion", "Xinjiang cotton");
        assertThat(event.keyPoints())
                .containsExactly(
                        "Product Features and Material Introduction", "Promotional activities and price discounts");
    }

    @Test
    void highlights() {
        HighlightEvent event =
                (HighlightEvent) Packet.documented("349-highlight").event();
        assertThat(event.appId()).isEqualTo(1234);
        assertThat(event.items()).hasSize(1);
        HighlightEvent.Highlight item = event.items().get(0);
        assertThat(item.beginTime()).isEqualTo(Instant.ofEpochSecond(1_761_128_808));
        assertThat(item.endTime()).isEqualTo(Instant.ofEpochSecond(1_761_128_834));
        assertThat(item.title()).startsWith("Bed sheets on flash sale");
        assertThat(item.summary()).startsWith("The live streamer bargained");
        assertThat(item.videoStoreUrl()).endsWith("_16666.mp4");
        assertThat(item.covImgStoreUrl()).isEmpty();
        assertThat(item.keyWords()).hasSize(5).startsWith("25 yuan");
    }
}
