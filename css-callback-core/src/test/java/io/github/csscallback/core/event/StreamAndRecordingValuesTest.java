package io.github.csscallback.core.event;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.csscallback.core.event.push.InterruptionCode;
import io.github.csscallback.core.event.push.PushExceptionType;
import io.github.csscallback.core.event.recording.RecordDetail;
import io.github.csscallback.core.event.recording.RecordExceptionLevel;
import io.github.csscallback.core.event.recording.RecordExceptionType;
import io.github.csscallback.core.event.recording.RecordStatus;
import io.github.csscallback.core.field.FieldProblem;
import io.github.csscallback.core.field.SecretText;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Values of documented packets, and of members that no documented packet has: streams, recordings, snapshots. */
class StreamAndRecordingValuesTest {

    @Test
    void streamPushed() {
        StreamBeginEvent event =
                (StreamBeginEvent) Packet.documented("1-stream-pushed").event();
        assertThat(event.appId()).isEqualTo(12345678);
        assertThat(event.sequence()).isEqualTo("2210464508206756938");
        assertThat(event.errCode()).isEqualTo(0);
        assertThat(event.errMsg()).isEqualTo("ok");
        assertThat(event.streamParam()).isEqualTo(SecretText.of("stream_param=test"));
        assertThat(event.width()).isEqualTo(0);
        assertThat(event.height()).isEqualTo(0);
        assertThat(event.setId()).isEqualTo(2);
        assertThat(event.idcId()).isEqualTo(34);
    }

    @Test
    void streamInterrupted() {
        StreamEndEvent event =
                (StreamEndEvent) Packet.documented("0-stream-interrupted").event();
        assertThat(event.appId()).isEqualTo(12345678);
        assertThat(event.app()).isEqualTo("test.domain.com");
        assertThat(event.appName()).isEqualTo("live");
        assertThat(event.streamId()).isEqualTo("test_stream");
        assertThat(event.channelId()).isEqualTo("test_stream");
        assertThat(event.eventTime()).isEqualTo("2023-12-28T02:46:46Z");
        assertThat(event.sequence()).isEqualTo("2210464508206756938");
        assertThat(event.node()).isEqualTo("42.81.194.37");
        assertThat(event.userIp()).isEqualTo("1.1.1.1");
        assertThat(event.streamParam()).isEqualTo(SecretText.of("stream_param=test"));
        assertThat(event.pushDuration()).isEqualTo(Duration.ofMillis(128_581));
        assertThat(event.errCode()).isEqualTo(InterruptionCode.DELETE_STREAM);
        assertThat(event.errMsg()).isEqualTo("The push client actively stopped the push");
        assertThat(event.setId()).isEqualTo(2);
        assertThat(event.idcId()).isEqualTo(34);
    }

    @Test
    void widthAndHeightAreNotExchanged() {
        assertThat(Packet.decode(StreamEndEvent.class, "{\"event_type\":0,\"width\":16,\"height\":9}"))
                .satisfies(event -> assertThat(event.width()).isEqualTo(16))
                .satisfies(event -> assertThat(event.height()).isEqualTo(9));
        assertThat(Packet.decode(StreamBeginEvent.class, "{\"event_type\":1,\"width\":16,\"height\":9}"))
                .satisfies(event -> assertThat(event.width()).isEqualTo(16))
                .satisfies(event -> assertThat(event.height()).isEqualTo(9));
    }

    @Test
    void theCodeOfAnInterruptionMayBeMissingOrAText() {
        assertThat(Packet.decode(StreamEndEvent.class, "{\"event_type\":0}").errCode())
                .isNull();
        assertThat(Packet.decode(StreamEndEvent.class, "{\"event_type\":0,\"errcode\":\"18\"}")
                        .errCode())
                .isEqualTo(InterruptionCode.REFUSED);
    }

    @Test
    void streamsMixed() {
        StreamMixEvent event =
                (StreamMixEvent) Packet.documented("8-stream-mix").event();
        assertThat(event.appId()).isEqualTo(12345678);
        assertThat(event.mixSessionId()).isEqualTo("test_mix_session_id");
        assertThat(event.statusCode()).isEqualTo(0);
        assertThat(event.statusMsg()).isEqualTo("ok");
        assertThat(event.streamList()).containsExactly("stream_1", "stream_2");
    }

    @Test
    void recordingFile() {
        RecordEvent event = (RecordEvent) Packet.documented("100-record-file").event();
        assertThat(event.appId()).isEqualTo(12345678);
        assertThat(event.fileId()).isEqualTo("1234567890");
        assertThat(event.recordFileId()).isEqualTo("1234567890");
        assertThat(event.fileFormat()).isEqualTo("hls");
        assertThat(event.taskId()).startsWith("UpTbk5RSVhRQ");
        assertThat(event.startTime()).isEqualTo(Instant.ofEpochSecond(1_642_089_445));
        assertThat(event.endTime()).isEqualTo(Instant.ofEpochSecond(1_642_089_598));
        assertThat(event.startTimeUsec()).isEqualTo(316_441);
        assertThat(event.endTimeUsec()).isEqualTo(618_577);
        assertThat(event.duration()).isEqualTo(Duration.ofSeconds(154));
        assertThat(event.fileSize()).isEqualTo(277_941_079);
        assertThat(event.videoUrl()).isEqualTo("http://12345678.vod2.myqcloud.com/xxxx/yyyy/zzzz.m3u8");
        assertThat(event.mediaStartTime()).isEqualTo(135_802);
        assertThat(event.recordBps()).isEqualTo(0);
        assertThat(event.callbackExt()).isEqualTo(new RecordEvent.CallbackExt("h264", "640x480", null));
    }

    @Test
    void recordingFileOfOtherYears() {
        RecordEvent event = Packet.decode(RecordEvent.class, """
                {"event_type": 100, "record_temp_id": "77", "task_id": "99999999999999999999999", "file_size": "1",
                 "video_url": "HTTP://a/b.mp4 ", "video_id": "200_1", "vod2Flag": 1,
                 "callback_ext": "{\\"session_id\\":\\"2918085116267032069\\"}"}
                """);
        assertThat(event.recordTempId()).isEqualTo("77");
        assertThat(event.taskId()).isEqualTo("99999999999999999999999");
        assertThat(event.fileSize()).isEqualTo(1);
        assertThat(event.videoUrl()).isEqualTo("HTTP://a/b.mp4 ");
        assertThat(event.videoId()).isEqualTo("200_1");
        assertThat(event.vod2Flag()).isEqualTo(1);
        assertThat(event.callbackExt()).isEqualTo(new RecordEvent.CallbackExt(null, null, "2918085116267032069"));
    }

    @Test
    void recordingStatus() {
        RecordStatusEvent event =
                (RecordStatusEvent) Packet.documented("332-record-status").event();
        assertThat(event.appId()).isEqualTo(123456789);
        assertThat(event.recordEvent()).isEqualTo(RecordStatus.ENDED);
        assertThat(event.sessionId()).isEqualTo("2918085116267032069");
        assertThat(event.seq()).isEqualTo("3266441426274648065");
        assertThat(event.taskId()).isNull();
        RecordDetail detail = requireNonNull(event.recordDetail());
        assertThat(detail.fileFormat()).isEqualTo(RecordDetail.FileFormat.HLS);
        assertThat(detail.recordBps()).isEqualTo(0);
        assertThat(detail.startModel()).isEqualTo(RecordDetail.StartModel.TEMPLATE_RULE);
        assertThat(detail.recordContent()).isEqualTo(RecordDetail.Content.ORIGINAL);
        assertThat(detail.sourceType()).isEqualTo(RecordDetail.SourceType.RELAY);
        assertThat(detail.codecTempId()).isEqualTo(0);
    }

    @Test
    void recordingStatusWithRubbishForItsDetail() {
        Packet packet = Packet.decode("{\"event_type\":332,\"task_id\":\"7\",\"record_detail\":\"{oops\"}");
        assertThat(((RecordStatusEvent) packet.event()).recordDetail()).isNull();
        assertThat(((RecordStatusEvent) packet.event()).taskId()).isEqualTo("7");
        assertThat(packet.problems()).extracting(FieldProblem::field).containsExactly("record_detail");
    }

    @Test
    void abnormalRecording() {
        RecordExceptionEvent event =
                (RecordExceptionEvent) Packet.documented("341-record-exception").event();
        assertThat(event.interfaceName()).isEqualTo("general_callback");
        assertThat(event.appId()).isEqualTo(1234567);
        assertThat(event.sessionId()).isEqualTo("1855245773800540059");
        assertThat(event.fileFormat()).isEqualTo("ts");
        assertThat(event.exceptionLevel()).isEqualTo(RecordExceptionLevel.INFO);
        RecordExceptionEvent.Detail exception = requireNonNull(event.exception());
        assertThat(exception.type()).isEqualTo(RecordExceptionType.VIDEO_TIMESTAMP_UNEVEN);
        assertThat(exception.occurs()).isEqualTo(4);
        assertThat(exception.desc()).isEqualTo("video ts deviation: 100.000000");
    }

    @Test
    void snapshot() {
        SnapshotEvent event = (SnapshotEvent) Packet.documented("200-snapshot").event();
        assertThat(event.channelId()).isEqualTo("your_channelid");
        assertThat(event.fileSize()).isEqualTo(30_670);
        assertThat(event.width()).isEqualTo(1280);
        assertThat(event.height()).isEqualTo(720);
        assertThat(event.picUrl()).isEqualTo("/channelid/channelid-screenshot-10-12-05-1280x720.jpg");
        assertThat(event.picFullUrl()).startsWith("http://").endsWith(event.picUrl());
        assertThat(event.taskId()).isEqualTo("1867908378267662126");
        assertThat(event.picExtraInfo()).isNull();
        assertThat(Packet.decode(SnapshotEvent.class, "{\"event_type\":200,\"pic_extra_info\":0}")
                        .picExtraInfo())
                .isEqualTo("0");
    }

    @Test
    void pushError() {
        PushExceptionEvent event =
                (PushExceptionEvent) Packet.documented("321-push-error").event();
        assertThat(event.interfaceName()).isEqualTo("general_callback");
        assertThat(event.appId()).isEqualTo(12345678);
        assertThat(event.userIp()).isEqualTo("1.1.1.1");
        assertThat(event.sequence()).isEqualTo("000000000000000000");
        assertThat(event.reportInterval()).isEqualTo(Duration.ofSeconds(5));
        assertThat(event.timeout()).isEqualTo(Duration.ofSeconds(5));
        assertThat(event.abnormalEvent())
                .extracting(PushExceptionEvent.AbnormalEvent::type)
                .containsExactly(PushExceptionType.VIDEO_INTERVAL_TOO_LONG, PushExceptionType.AUDIO_INTERVAL_TOO_LONG);
        assertThat(event.abnormalEvent())
                .extracting(PushExceptionEvent.AbnormalEvent::customerVisible)
                .containsExactly(null, true);
        PushExceptionEvent.AbnormalEvent first = event.abnormalEvent().get(0);
        assertThat(first.count()).isEqualTo(2);
        assertThat(first.typeDescCn()).isEqualTo(" ");
        assertThat(first.typeDescEn()).isEqualTo("video frame arrive interval bigger than 1000(ms)");
        assertThat(first.eventKey()).isEmpty();
        assertThat(first.detail())
                .first()
                .isEqualTo(new PushExceptionEvent.Detail(
                        "video frame arrive interval too long, interval=3046(msec)",
                        Instant.ofEpochMilli(1_670_588_070_569L)));
    }

    @Test
    void reportIntervalAndTimeoutAreNotExchanged() {
        PushExceptionEvent event = Packet.decode(
                PushExceptionEvent.class, "{\"event_type\":321,\"report_interval\":60000,\"timeout\":\"4500\"}");
        assertThat(event.reportInterval()).isEqualTo(Duration.ofMinutes(1));
        assertThat(event.timeout()).isEqualTo(Duration.ofMillis(4500));
        assertThat(event.abnormalEvent()).isEmpty();
    }
}
