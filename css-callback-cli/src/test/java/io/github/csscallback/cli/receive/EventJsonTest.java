package io.github.csscallback.cli.receive;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.csscallback.core.event.CallbackEvent;
import io.github.csscallback.core.event.EventType;
import io.github.csscallback.core.signature.CallbackKey;
import io.github.csscallback.receiver.CallbackDecoder;
import io.github.csscallback.testkit.SamplePacket;
import io.github.csscallback.testkit.SamplePackets;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EventJsonTest {

    static Stream<EventType> types() {
        return Stream.concat(EventType.known().stream(), Stream.of(EventType.of(399)));
    }

    private static CallbackEvent decode(SamplePacket packet) {
        return CallbackDecoder.withoutVerification(packet.bytes()).event();
    }

    @ParameterizedTest
    @MethodSource("types")
    void allComponentsAreThereAndTheRawMembersOnlyWhereNothingElseTellsThem(EventType type) {
        ObjectNode json = new EventJson(false).of(decode(SamplePackets.of(type)));

        List<String> names = new ArrayList<>();
        json.fieldNames().forEachRemaining(names::add);
        assertThat(names)
                .isEqualTo(Arrays.stream(type.eventClass().getRecordComponents())
                        .map(RecordComponent::getName)
                        .filter(name -> !name.equals("fields") || !type.isKnown())
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("types")
    void noValueIsPrintedAsTheJavaObjectItIs(EventType type) {
        String json = new EventJson(true).of(decode(SamplePackets.of(type))).toString();

        assertThat(json).doesNotContain("Optional", "[value=", "Fields[", "io.github");
    }

    @Test
    void ofAnEventOfAnUnknownKindTheNamesOfTheMembersAreThereAndTheValuesOnDemand() {
        SamplePacket packet = SamplePackets.of(EventType.of(399))
                .with("path_of_push", "s3cr3t")
                .with("ratio", new BigDecimal("0.10"))
                .with("parts", List.of(1, Map.of("deep", true)))
                .signedWith(CallbackKey.of("abc123"), Instant.ofEpochSecond(1_703_732_078));

        ObjectNode hidden = new EventJson(false).of(decode(packet));
        ObjectNode revealed = new EventJson(true).of(decode(packet));

        assertThat(hidden.get("fields").toString())
                .contains("\"path_of_push\"", "\"ratio\"", "\"parts\"", "\"sign\"")
                .doesNotContain("s3cr3t", "deep");
        assertThat(hidden.get("fields").isArray()).isTrue();
        assertThat(revealed.get("fields").toString())
                .contains("\"path_of_push\":\"s3cr3t\",\"ratio\":0.10,\"parts\":[1,{\"deep\":true}]")
                .contains("\"t\":1703732078");
    }

    @Test
    void theSignOfAnEventOfAnUnknownKindIsNeverThere() {
        SamplePacket packet = SamplePackets.of(EventType.of(399))
                .signedWith(CallbackKey.of("abc123"), Instant.ofEpochSecond(1_703_732_078));

        assertThat(new EventJson(true)
                        .of(decode(packet))
                        .get("fields")
                        .get("sign")
                        .textValue())
                .isEqualTo("***");
    }

    @Test
    void aMemberThatIsBeyondNumbersIsThereAsTextAndEveryEventIsOneLine() {
        byte[] packet =
                "{\"event_type\":399,\"vast\":1e99999999999,\"lines\":{\n\"a\":\n1}}".getBytes(StandardCharsets.UTF_8);

        ObjectNode json = new EventJson(true)
                .of(CallbackDecoder.withoutVerification(packet).event());

        assertThat(json.get("fields").get("vast").textValue()).isEqualTo("1e99999999999");
        assertThat(json.toString()).contains("\"lines\":{\"a\":1}").doesNotContain("\n");
    }

    @Test
    void timesLengthsNumbersAndNestedValuesHaveTheirForms() {
        ObjectNode json = new EventJson(false).of(decode(SamplePackets.of(EventType.RECORD)));

        assertThat(json.get("startTime").textValue()).isEqualTo("2026-03-14T09:26:55Z");
        assertThat(json.get("duration").textValue()).isEqualTo("PT44M25S");
        assertThat(json.get("fileSize").longValue()).isEqualTo(1_133_720_946L);
        assertThat(json.get("callbackExt").get("videoCodec").textValue()).isEqualTo("h264");
    }

    @Test
    void openValuesAreWhatWasSent() {
        ObjectNode json = new EventJson(false).of(decode(SamplePackets.of(EventType.PORN_CENSORSHIP)));

        assertThat(json.get("suggestion").textValue()).isEqualTo("Review");
        assertThat(json.get("scores").get(0).intValue()).isEqualTo(88);
    }

    @Test
    void whatIsMissingIsNullAndSecretsInListsAreHidden() {
        ObjectNode json = new EventJson(false)
                .of(decode(SamplePackets.of(EventType.RELAY).without("to_url").without("event_time")));

        assertThat(json.get("toUrl").isNull()).isTrue();
        assertThat(json.get("eventTime").isNull()).isTrue();
        assertThat(json.get("sourceUrls").toString()).isEqualTo("[\"***\"]");
    }
}
