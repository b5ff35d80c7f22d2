package io.github.csscallback.testkit.simulator.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.csscallback.core.event.EventType;
import io.github.csscallback.core.event.LiveStream;
import io.github.csscallback.receiver.CallbackDecoder;
import io.github.csscallback.testkit.SamplePackets;
import io.github.csscallback.testkit.fixture.RawReceiver;
import io.github.csscallback.testkit.fixture.TestAccount;
import io.github.csscallback.testkit.simulator.CssSimulator;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(30)
class EventsOfEveryTypeTest {

    private static final String OTHER_STREAM = "another-room";

    private final ObjectMapper json = new ObjectMapper();
    private final RawReceiver receiver = RawReceiver.responding(RawReceiver.OK);
    private final CssSimulator css =
            CssSimulator.builder().simulatedTime(TestAccount.NOON).clockShared().start();

    EventsOfEveryTypeTest() {
        TestAccount.bindAll(css, receiver.uri());
    }

    @AfterEach
    void stop() {
        css.close();
        receiver.close();
    }

    static Stream<EventType> allKinds() {
        return Stream.concat(EventType.known().stream(), Stream.of(EventType.of(350)));
    }

    private JsonNode sent(EventType type) throws IOException {
        css.send(type, TestAccount.DOMAIN, TestAccount.APP, OTHER_STREAM);
        return json.readTree(
                receiver.requests().get(receiver.requests().size() - 1).body());
    }

    @ParameterizedTest
    @MethodSource("allKinds")
    void aPacketIsCompleteAndDecodesWithoutProblems(EventType type) throws IOException {
        JsonNode packet = sent(type);

        Set<String> names = new TreeSet<>();
        packet.fieldNames().forEachRemaining(names::add);
        Set<String> sample = new TreeSet<>();
        json.readTree(SamplePackets.of(type).bytes()).fieldNames().forEachRemaining(sample::add);
        names.removeAll(Set.of("t", "sign"));
        if (!type.isKnown()) {
            sample.add("task_id");
        }
        assertThat(names).isEqualTo(sample);
        CallbackDecoder.Decoded decoded = CallbackDecoder.withoutVerification(json.writeValueAsBytes(packet));
        assertThat(decoded.problems()).isEmpty();
        assertThat(decoded.event().type()).isEqualTo(type);
    }

    @ParameterizedTest
    @MethodSource("allKinds")
    void everyMemberForTheStreamNameHasIt(EventType type) throws IOException {
        JsonNode packet = sent(type);

        assertThat(packet.toString()).doesNotContain("\"studio-7\"", "\"cinema-1\"", "push.example.com");
        LiveStream stream = CallbackDecoder.withoutVerification(json.writeValueAsBytes(packet))
                .event()
                .liveStream();
        if (stream.pushDomain() != null) {
            assertThat(stream.pushDomain()).isEqualTo(TestAccount.DOMAIN);
            assertThat(stream.appName()).isEqualTo(TestAccount.APP);
        }
        if (type.equals(EventType.STREAM_MIX)) {
            assertThat(packet.get("stream_list").get(0).textValue()).isEqualTo(OTHER_STREAM);
        } else {
            assertThat(stream.streamName()).isEqualTo(OTHER_STREAM);
        }
    }

    @ParameterizedTest
    @MethodSource("allKinds")
    void allTimesOfAPacketAreFromTheSimulatedDay(EventType type) throws IOException {
        List<Instant> times = new ArrayList<>();
        collectTimes(sent(type), times);

        assertThat(times)
                .isNotEmpty()
                .allSatisfy(time -> assertThat(time)
                        .isBetween(TestAccount.NOON.minusSeconds(3600), TestAccount.NOON.plusSeconds(600)));
    }

    /** Numbers and texts of digits as large as a time, by the look of them and not by their names. */
    private static void collectTimes(JsonNode node, List<Instant> times) {
        if (node.isContainerNode()) {
            node.forEach(inner -> collectTimes(inner, times));
            return;
        }
        String text = node.asText();
        if (text.matches("1[78][0-9]{8}")) {
            times.add(Instant.ofEpochSecond(Long.parseLong(text)));
        } else if (text.matches("1[78][0-9]{11}")) {
            times.add(Instant.ofEpochMilli(Long.parseLong(text)));
        }
    }

    @ParameterizedTest
    @MethodSource("allKinds")
    void eventsOfTheSameInstantHaveDifferentIdempotencyKeys(EventType type) {
        Set<String> packets = new HashSet<>();
        for (int i = 0; i < 50; i++) {
            packets.add(css.send(type, TestAccount.DOMAIN, TestAccount.APP, "room-1")
                    .packet()
                    .json());
        }

        assertThat(packets).hasSize(50);
    }

    @ParameterizedTest
    @MethodSource("allKinds")
    void membersCanBeOverridden(EventType type) throws IOException {
        css.send(
                type,
                TestAccount.DOMAIN,
                TestAccount.APP,
                "room-1",
                packet -> packet.with("appid", 99L).with("brand_new", true));
        JsonNode packet = json.readTree(receiver.requests().get(0).body());

        assertThat(packet.get("appid").longValue()).isEqualTo(99);
        assertThat(packet.get("brand_new").booleanValue()).isTrue();
        assertThat(packet.get("event_type").intValue()).isEqualTo(type.number());
    }

    @ParameterizedTest
    @MethodSource("allKinds")
    void relayAndMonitoringAreNeverSignedAndAllOthersAre(EventType type) throws IOException {
        boolean unsigned = Set.of(314, 328).contains(type.number());

        JsonNode packet = sent(type);
        assertThat(packet.has("t")).isNotEqualTo(unsigned);
        assertThat(packet.has("sign")).isNotEqualTo(unsigned);
    }
}
