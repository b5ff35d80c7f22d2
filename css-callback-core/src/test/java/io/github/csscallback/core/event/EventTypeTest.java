package io.github.csscallback.core.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.csscallback.core.field.JsonMembers;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventTypeTest {

    @ParameterizedTest
    @CsvSource({
        "1, StreamBeginEvent, StreamBeginNotifyUrl",
        "0, StreamEndEvent, StreamEndNotifyUrl",
        "8, StreamMixEvent, StreamMixNotifyUrl",
        "100, RecordEvent, RecordNotifyUrl",
        "332, RecordStatusEvent, RecordStatusNotifyUrl",
        "341, RecordExceptionEvent, RecordExceptionNotifyUrl",
        "200, SnapshotEvent, SnapshotNotifyUrl",
        "317, PornCensorshipEvent, PornCensorshipNotifyUrl",
        "315, AudioAuditEvent, AudioAuditNotifyUrl",
        "321, PushExceptionEvent, PushExceptionNotifyUrl",
        "314, RelayEvent,",
        "328, MonitorEvent,",
        "338, SubtitleEvent,",
        "347, SmartEraseEvent,",
        "343, QualityControlEvent,",
        "344, AssessmentThresholdEvent,",
        "345, AssessmentAverageEvent,",
        "348, SummaryEvent,",
        "349, HighlightEvent,"
    })
    void theTableHasNumberRecordAndTemplateField(int number, String name, String templateField) {
        EventType type = EventType.of(number);
        assertThat(type.isKnown()).isTrue();
        assertThat(type.number()).isEqualTo(number);
        assertThat(type.recordName()).isEqualTo(name);
        assertThat(type.eventClass().getSimpleName()).isEqualTo(name);
        assertThat(type.templateField().orElse(null)).isEqualTo(templateField);
        assertThat(EventType.named(name)).containsSame(type);
        assertThat(EventType.of(type.eventClass())).isSameAs(type);
        assertThat(EventType.known()).contains(type);
        assertThat(type).hasToString(number + " " + name);
    }

    @Test
    void theTableHasNothingElse() {
        assertThat(EventType.known()).hasSize(19).doesNotHaveDuplicates().isUnmodifiable();
    }

    @Test
    void onlyRelayAndMonitorAreUnsigned() {
        assertThat(EventType.known().stream().filter(type -> !type.isSigned()))
                .containsExactlyInAnyOrder(EventType.RELAY, EventType.MONITOR);
        assertThat(EventType.of(350).isSigned()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "0, sequence",
        "1, sequence",
        "100, file_id video_url",
        "332, session_id record_event seq",
        "315, request_id",
        "317, img screenshotTime"
    })
    void theMembersThatIdentifyAnEventStandInTheTable(int number, String names) {
        assertThat(EventType.of(number).identityMembers()).containsExactly(names.split(" "));
    }

    @Test
    void theWholeContentIdentifiesAnEventOfAnotherType() {
        assertThat(EventType.known().stream()
                        .filter(type -> !type.identityMembers().isEmpty()))
                .extracting(EventType::number)
                .containsExactlyInAnyOrder(0, 1, 100, 332, 315, 317);
        assertThat(EventType.of(350).identityMembers()).isEmpty();
    }

    @Test
    void onlyARelayEventNeedsItsTimeToBeIdentified() {
        assertThat(EventType.RELAY.identityRequires()).isEqualTo("event_time");
        assertThat(EventType.known().stream().filter(type -> type.identityRequires() != null))
                .containsExactly(EventType.RELAY);
    }

    @ParameterizedTest
    @CsvSource({
        "200, 5, PT2M",
        "8, 3, PT1M",
        "338, 3, PT1M",
        "347, 3, PT1M",
        "0, 12, PT1M",
        "315, 12, PT1M",
        "350, 12, PT1M"
    })
    void theRetryScheduleOfATypeStandsInTheTable(int number, int count, Duration interval) {
        assertThat(EventType.of(number).retrySchedule()).isEqualTo(new RetrySchedule(count, interval));
    }

    @Test
    void aRetryScheduleThatCannotBeIsRejected() {
        assertThatThrownBy(() -> new RetrySchedule(-1, Duration.ofMinutes(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("count");
        assertThat(new RetrySchedule(0, Duration.ofNanos(1)).count()).isZero();
        assertThatThrownBy(() -> new RetrySchedule(1, Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("interval");
        assertThatThrownBy(() -> new RetrySchedule(1, Duration.ofNanos(-1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("interval");
    }

    @Test
    void cssWaitsTwentySecondsForAResponseAndFiveForAPushError() {
        assertThat(EventType.known())
                .allSatisfy(type ->
                        assertThat(type.responseTimeout()).hasSeconds(type.equals(EventType.PUSH_EXCEPTION) ? 5 : 20));
        assertThat(EventType.of(350).responseTimeout()).hasSeconds(20);
    }

    @ParameterizedTest
    @CsvSource({"321, 3000, PT3S", "321, 5001, PT5S", "321, null, PT5S", "321, -1000, PT-1S", "1, 3000, PT20S"})
    void aPushErrorMayShortenTheTimeForItsResponse(int number, String timeout, Duration expected) {
        assertThat(EventType.of(number).responseTimeout(JsonMembers.fields("{\"timeout\":" + timeout + "}")))
                .isEqualTo(expected);
    }

    @Test
    void theConstantsStandForTheirRecords() {
        assertThat(List.of(
                        EventType.STREAM_BEGIN,
                        EventType.STREAM_END,
                        EventType.STREAM_MIX,
                        EventType.RECORD,
                        EventType.RECORD_STATUS,
                        EventType.RECORD_EXCEPTION,
                        EventType.SNAPSHOT,
                        EventType.PORN_CENSORSHIP,
                        EventType.AUDIO_AUDIT,
                        EventType.PUSH_EXCEPTION,
                        EventType.RELAY,
                        EventType.MONITOR,
                        EventType.SUBTITLE,
                        EventType.SMART_ERASE,
                        EventType.QUALITY_CONTROL,
                        EventType.ASSESSMENT_THRESHOLD,
                        EventType.ASSESSMENT_AVERAGE,
                        EventType.SUMMARY,
                        EventType.HIGHLIGHT))
                .extracting(EventType::number)
                .containsExactly(
                        1, 0, 8, 100, 332, 341, 200, 317, 315, 321, 314, 328, 338, 347, 343, 344, 345, 348, 349);
    }

    @Test
    void everyRecordHasTheTypeThatMadeIt() {
        assertThat(EventType.known()).allSatisfy(type -> {
            CallbackEvent empty = type.decode(JsonMembers.fields("{}"), List.of());
            assertThat(empty).isInstanceOf(type.eventClass());
            assertThat(empty.type()).isSameAs(type);
            assertThat(empty.occurredAt()).isNull();
            assertThat(empty.liveStream()).isEqualTo(new LiveStream(null, null, null));
        });
    }

    @Test
    void aNumberThatIsNotKnownIsATypeToo() {
        EventType type = EventType.of(350);
        assertThat(type.isKnown()).isFalse();
        assertThat(type.number()).isEqualTo(350);
        assertThat(type.recordName()).isEqualTo("UnknownEvent");
        assertThat(type.templateField()).isEmpty();
        assertThat(type).hasToString("350 UnknownEvent").isEqualTo(EventType.of(350));
        assertThat(type).hasSameHashCodeAs(EventType.of(350)).isNotEqualTo(EventType.of(351));
        assertThat(type).isNotEqualTo("350 UnknownEvent");
    }

    @Test
    void anUnknownTypeHasNeitherNameNorRecord() {
        assertThat(EventType.named("UnknownEvent")).isEmpty();
        assertThat(EventType.named("recordevent")).isEmpty();
        assertThatThrownBy(() -> EventType.of(UnknownEvent.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("UnknownEvent", "EventType.of(int)");
    }

    @Test
    void aThresholdPacketWithAnAverageScoreIsAnAverageScore() {
        CallbackEvent event = Packet.decode("{\"event_type\":344,\"average_score\":\"27.765\"}")
                .event();
        assertThat(event).isInstanceOfSatisfying(AssessmentAverageEvent.class, average -> {
            assertThat(average.averageScore()).isEqualTo(27.765);
            assertThat(average.type()).isEqualTo(EventType.ASSESSMENT_AVERAGE);
            assertThat(average.fields().intNumber("event_type")).isEqualTo(344);
        });
    }

    @Test
    void aThresholdPacketWithoutOneIsAThreshold() {
        assertThat(Packet.decode("{\"event_type\":344,\"average_score\":null}").event())
                .isInstanceOf(AssessmentThresholdEvent.class);
        assertThat(Packet.decode("{\"event_type\":345}").event()).isInstanceOf(AssessmentAverageEvent.class);
    }
}
