package io.github.csscallback.core.event;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LiveStreamTest {

    /** Each type finds its own names among all that any type uses. */
    private static LiveStream streamOf(int eventType) {
        return Packet.decode("""
                        {"event_type": NUMBER, "app": "app", "domain": "domain", "appname": "appname", "path": "path",
                         "stream_id": "stream_id", "streamId": "streamId"}
                        """.replace("NUMBER", Integer.toString(eventType)))
                .event()
                .liveStream();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 100, 200})
    void pushRecordingAndSnapshotUseAppAndAppname(int eventType) {
        assertThat(streamOf(eventType)).isEqualTo(new LiveStream("app", "appname", "stream_id"));
    }

    @Test
    void imageModerationWritesTheNameInCamelCase() {
        assertThat(streamOf(317)).isEqualTo(new LiveStream("app", "appname", "streamId"));
    }

    @ParameterizedTest
    @ValueSource(ints = {332, 343, 344, 345})
    void recordingStatusAndQualityUseDomainAndAppname(int eventType) {
        assertThat(streamOf(eventType)).isEqualTo(new LiveStream("domain", "appname", "stream_id"));
    }

    @ParameterizedTest
    @ValueSource(ints = {315, 321, 341, 348, 349})
    void theLaterTypesUseDomainAndPath(int eventType) {
        assertThat(streamOf(eventType)).isEqualTo(new LiveStream("domain", "path", "stream_id"));
    }

    @Test
    void mixingHasNoStreamName() {
        assertThat(streamOf(8)).isEqualTo(new LiveStream("domain", "path", null));
    }

    @ParameterizedTest
    @ValueSource(ints = {314, 328, 338, 347})
    void otherTypesHaveTheStreamNameOnly(int eventType) {
        assertThat(streamOf(eventType)).isEqualTo(new LiveStream(null, null, "stream_id"));
    }

    @Test
    void anUnknownTypeIsReadUnderTheNamesOfTheOthers() {
        assertThat(streamOf(999)).isEqualTo(new LiveStream("domain", "path", "stream_id"));
        assertThat(Packet.decode("{\"event_type\":999,\"app\":\"a\",\"appname\":\"b\",\"streamId\":\"c\"}")
                        .event()
                        .liveStream())
                .isEqualTo(new LiveStream("a", "b", "c"));
    }

    @Test
    void blanksAroundANameAreKept() {
        assertThat(Packet.decode("{\"event_type\":1,\"stream_id\":\" s \"}")
                        .event()
                        .liveStream()
                        .streamName())
                .isEqualTo(" s ");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 100, 200, 317})
    void aPacketThatCallsItsPushDomainAppGivesItAsPushDomainToo(int number) throws ReflectiveOperationException {
        CallbackEvent event = Packet.decode("{\"event_type\":" + number + ",\"app\":\"push.example.com\"}")
                .event();
        assertThat(event.getClass().getMethod("pushDomain").invoke(event))
                .isEqualTo("push.example.com")
                .isEqualTo(event.getClass().getMethod("app").invoke(event));
    }
}
