package io.github.csscallback.core.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.csscallback.core.field.Fields;
import io.github.csscallback.testsupport.DocumentedPackets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every packet that the documentation prints; the README beside them names their source. */
class DocumentedPacketsTest {

    static List<String> all() {
        return DocumentedPackets.names();
    }

    @ParameterizedTest
    @MethodSource("all")
    void becomesTheRecordOfThePageThatPrintsIt(String name) {
        int number = Integer.parseInt(name.substring(0, name.indexOf('-')));
        Packet packet = Packet.documented(name);
        assertThat(packet.event()).isInstanceOf(EventType.of(number).eventClass());
        assertThat(packet.event().type().number()).isEqualTo(number);
        assertThat(packet.problems()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("all")
    void hasAComponentForEveryMember(String name) {
        WatchedMembers members = WatchedMembers.of(DocumentedPackets.text(name));
        Fields fields = Fields.of(members);
        EventType.of(Objects.requireNonNull(fields.intNumber("event_type"))).decode(fields, new ArrayList<>());
        members.unread().removeAll(List.of("t", "sign"));
        assertThat(members.unread()).isEmpty();
    }

    @Test
    void aMemberWithoutAComponentWouldBeNoticed() {
        WatchedMembers members = WatchedMembers.of("{\"event_type\":328,\"new\":1,\"stream_id\":\"s\"}");
        EventType.MONITOR.decode(Fields.of(members), new ArrayList<>());
        assertThat(members.unread()).containsExactly("event_type", "new");
    }

    @ParameterizedTest
    @MethodSource("all")
    void equalsItselfReadAgain(String name) {
        CallbackEvent event = Packet.documented(name).event();
        assertThat(event)
                .isEqualTo(Packet.documented(name).event())
                .isNotSameAs(Packet.documented(name).event());
        assertThat(event.fields().text("event_type")).isNotNull();
    }

    @ParameterizedTest
    @CsvSource({
        "0-stream-interrupted, test.domain.com, live, test_stream, 2023-12-28T02:46:46Z",
        "1-stream-pushed, test.domain.com, live, test_stream, 2023-12-28T02:44:38Z",
        "8-stream-mix, test.domain.com, live,, 2018-12-18T06:49:50Z",
        "100-record-file, yourapp, yourappname, stream_test, 2022-01-13T15:59:58Z",
        "200-snapshot, test.app, live, your_streamid, 2021-06-02T02:12:05Z",
        "314-relay-task-exit,,,,",
        "314-relay-task-start,,, testvod,",
        "315-audio-moderation, xxx.cn, live, xxxn01,",
        "317-image-moderation, 5000.myqcloud.com, live, teststream, 2021-01-14T16:00:00Z",
        "321-push-error, example.push.com, live, teststream, 2022-12-09T12:14:34.971Z",
        "328-monitor-stream-broken,,, test1, 2023-03-06T07:15:30.413Z",
        "332-record-status, ****.livepush.myqcloud.com, live, 2991615887188599295, 2023-11-17T07:58:49Z",
        "338-subtitle,,, teststream,",
        "341-record-exception, 1234567.livepush.myqcloud.com, live, test_stream_35b4a6e6d4261, 2025-02-19T03:08:47Z",
        "343-quality-control, abc.record.test.org, live, test, 2025-05-21T09:14:41Z",
        "344-assessment-threshold, abc.record.test.org, live, livestream1, 2025-07-10T06:59:47Z",
        "345-assessment-average, abc.record.test.org, live, livestream1, 2025-07-10T06:59:47Z",
        "347-smart-erase,,, teststream,",
        "348-summary, your.livepush.myqcloud.com, live, test1820, 2025-10-23T09:42:21Z",
        "349-highlight, your.livepush.myqcloud.com, highlight, test1820,"
    })
    void saysWhichStreamAndWhen(String packet, String domain, String path, String name, String occurredAt) {
        CallbackEvent event = Packet.documented(packet).event();
        assertThat(event.liveStream()).isEqualTo(new LiveStream(domain, path, name));
        assertThat(event.occurredAt()).isEqualTo(occurredAt == null ? null : Instant.parse(occurredAt));
    }
}
