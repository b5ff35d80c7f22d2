package io.github.csscallback.core.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.csscallback.core.event.moderation.ModerationLabel;
import io.github.csscallback.core.event.moderation.Suggestion;
import io.github.csscallback.core.event.push.InterruptionCode;
import io.github.csscallback.core.event.push.PushExceptionType;
import io.github.csscallback.core.event.quality.AssessmentMetric;
import io.github.csscallback.core.event.quality.MonitorEventName;
import io.github.csscallback.core.event.quality.QualityClass;
import io.github.csscallback.core.event.recording.RecordDetail;
import io.github.csscallback.core.event.recording.RecordExceptionLevel;
import io.github.csscallback.core.event.recording.RecordExceptionType;
import io.github.csscallback.core.event.recording.RecordStatus;
import io.github.csscallback.core.event.relay.RelayAlarmType;
import io.github.csscallback.core.event.relay.RelayCallbackEvent;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Value types for what CSS will add to. */
class OpenValuesTest {

    @ParameterizedTest
    @ValueSource(
            classes = {
                AssessmentMetric.class,
                InterruptionCode.class,
                ModerationLabel.class,
                MonitorEventName.class,
                PushExceptionType.class,
                QualityClass.class,
                RecordDetail.Content.class,
                RecordDetail.FileFormat.class,
                RecordDetail.SourceType.class,
                RecordDetail.StartModel.class,
                RecordExceptionLevel.class,
                RecordExceptionType.class,
                RecordStatus.class,
                RelayAlarmType.class,
                RelayCallbackEvent.class,
                Suggestion.class
            })
    void noTwoConstantsStandForTheSameValue(Class<?> type) throws IllegalAccessException {
        assertThat(constants(type)).hasSizeGreaterThan(1).doesNotHaveDuplicates();
    }

    @Test
    void theDocumentedWordsHaveConstants() throws IllegalAccessException {
        assertThat(constants(Suggestion.class)).extracting("value").containsExactly("Block", "Review", "Pass");
        assertThat(constants(AssessmentMetric.class))
                .extracting("value")
                .containsExactly("PSNR", "SSIM", "VMAF", "VQA");
        assertThat(constants(RecordExceptionLevel.class))
                .extracting("value")
                .containsExactly("info", "warning", "error", "alarm");
        assertThat(constants(RecordStatus.class))
                .extracting("value")
                .containsExactly(
                        "record_start_succeeded",
                        "record_start_failed",
                        "record_paused",
                        "record_resumed",
                        "record_error",
                        "record_ended");
        assertThat(constants(RelayCallbackEvent.class))
                .extracting("value")
                .containsExactly(
                        "TaskStart",
                        "TaskExit",
                        "VodSourceFileStart",
                        "VodSourceFileFinish",
                        "ResetTaskConfig",
                        "TaskAlarm");
        assertThat(constants(QualityClass.class))
                .hasSize(31)
                .extracting("value")
                .contains("AACDurationDeviation", "Blur");
    }

    @Test
    void theDocumentedNumbersHaveConstants() throws IllegalAccessException {
        assertThat(constants(PushExceptionType.class))
                .extracting("value")
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 16).boxed().toList());
        assertThat(constants(RecordExceptionType.class))
                .extracting("value")
                .containsExactly(
                        -8, -9, -10, -11, -16, -17, -18, -22, -23, -24, -100, -104, -120, -130, -131, -132, -200, -201);
        assertThat(constants(RecordDetail.FileFormat.class)).extracting("value").containsExactly(1, 2, 3, 4, 5);
        assertThat(constants(RecordDetail.StartModel.class)).extracting("value").containsExactly(1, 5);
        assertThat(constants(RecordDetail.Content.class)).extracting("value").containsExactly(1, 2, 3);
        assertThat(constants(RecordDetail.SourceType.class)).extracting("value").containsExactly(1, 2);
    }

    @Test
    void aValueThatIsNotKnownKeepsItsText() {
        PornCensorshipEvent event = Packet.decode(
                PornCensorshipEvent.class, "{\"event_type\":317,\"suggestion\":\"Warn\",\"label\":\"block\"}");
        assertThat(event.suggestion()).isEqualTo(new Suggestion("Warn")).isNotEqualTo(Suggestion.BLOCK);
        assertThat(event.label()).isEqualTo(new ModerationLabel("block"));
    }

    @Test
    void aValueThatIsKnownEqualsItsConstant() {
        assertThat(Packet.decode(PornCensorshipEvent.class, "{\"event_type\":317,\"suggestion\":\"Block\"}")
                        .suggestion())
                .isEqualTo(Suggestion.BLOCK);
    }

    @Test
    void everyInterruptionCodeOfTheTableIsKnown() {
        assertThat(IntStream.rangeClosed(0, 39).mapToObj(InterruptionCode::new))
                .allMatch(InterruptionCode::isKnown)
                .noneMatch(code -> code.meaning().isBlank());
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 40, 100, Integer.MIN_VALUE, Integer.MAX_VALUE})
    void anotherInterruptionCodeKeepsItsNumber(int number) {
        InterruptionCode code = new InterruptionCode(number);
        assertThat(code.isKnown()).isFalse();
        assertThat(code.meaning()).isEqualTo("not listed");
        assertThat(code.value()).isEqualTo(number);
    }

    @ParameterizedTest
    @CsvSource({
        "0, unknown",
        "1, deleteStream",
        "2, closeStream",
        "3, closed",
        "4, failed",
        "5, internal",
        "6, RTMP content",
        "7, permitted size",
        "8, without data",
        "10, proxy",
        "11, internal",
        "12, network",
        "17, network",
        "18, refused",
        "19, third-party",
        "20, without data",
        "21, replaced",
        "22, unknown",
        "23, RTMP content",
        "24, internal",
        "32, unknown",
        "33, AMF",
        "34, unknown",
        "35, client stopped",
        "36, unknown",
        "37, without players",
        "38, internal",
        "39, permitted size"
    })
    void anInterruptionCodeDescribesItsMeaning(int number, String word) {
        assertThat(new InterruptionCode(number).meaning()).contains(word);
    }

    private static List<Object> constants(Class<?> type) throws IllegalAccessException {
        List<Object> constants = new ArrayList<>();
        for (Field field : type.getFields()) {
            if (Modifier.isStatic(field.getModifiers()) && field.getType() == type) {
                constants.add(field.get(null));
            }
        }
        return constants;
    }
}
