package io.github.csscallback.cli.receive;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.csscallback.core.event.CallbackEvent;
import io.github.csscallback.core.event.EventType;
import io.github.csscallback.core.signature.CallbackKey;
import io.github.csscallback.receiver.CallbackDecoder;
import io.github.csscallback.testkit.SamplePacket;
import io.github.csscallback.testkit.SamplePackets;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EventMembersTest {

    private static CallbackEvent decode(byte[] packet) {
        return CallbackDecoder.withoutVerification(packet).event();
    }

    private static SamplePacket ofUnknownType() {
        return SamplePackets.of(EventType.of(399))
                .with("path_of_push", "s3cr3t")
                .with("ratio", new BigDecimal("0.10"))
                .with("parts", List.of(1, Map.of("deep", true)))
                .signedWith(CallbackKey.of("abc123"), Instant.ofEpochSecond(1_703_732_078));
    }

    @Test
    void membersAreAsCssWroteThemAndCredentialsHidden() {
        CallbackEvent event = decode(SamplePackets.of(EventType.STREAM_BEGIN)
                .with("of_tomorrow", new BigDecimal("0.10"))
                .bytes());

        assertThat(new EventMembers(false).of(event))
                .contains("\"event_type\":1", "\"of_tomorrow\":0.10", "\"stream_param\":\"***\"")
                .doesNotContain("txSecret");
        assertThat(new EventMembers(true).of(event)).contains("txSecret");
    }

    @Test
    void ofAnEventOfAnUnknownTypeTheNamesAreThereAndTheValuesOnDemand() {
        CallbackEvent event = decode(ofUnknownType().bytes());

        assertThat(new EventMembers(false).of(event))
                .contains("\"path_of_push\":\"***\"", "\"ratio\":\"***\"", "\"parts\":\"***\"")
                .doesNotContain("s3cr3t", "deep");
        assertThat(new EventMembers(true).of(event))
                .contains("\"path_of_push\":\"s3cr3t\"", "\"ratio\":0.10", "\"parts\":[1,{\"deep\":true}]");
    }

    @Test
    void theSignIsNeverThere() {
        assertThat(new EventMembers(true).of(decode(ofUnknownType().bytes()))).doesNotContain("\"sign\"");
    }

    @Test
    void aNumberOfAnySizeIsPrintedAsItIsAndEveryEventIsOneLine() {
        byte[] packet = "{\"event_type\":399,\"vast\":1e99999999999,\"lines\":{\n\"a\":\n[1, null]}}"
                .getBytes(StandardCharsets.UTF_8);

        String json = new EventMembers(true).of(decode(packet));

        assertThat(json).contains("\"vast\":1e99999999999").doesNotContain("\n");
        assertThat(EventMembers.members(json).get("vast").textValue()).isEqualTo("1e99999999999");
        assertThat(EventMembers.members(json).get("lines").textValue())
                .startsWith("{\"a\":")
                .endsWith("]}");
        assertThat(EventMembers.members(json).get("event_type").textValue()).isEqualTo("399");
    }

    @Test
    void membersThatAreNullAreNotListed() {
        assertThat(EventMembers.members("{\"a\":null,\"b\":true,\"c\":\"x\\ny\"}")
                        .toString())
                .isEqualTo("{\"b\":\"true\",\"c\":\"x\\ny\"}");
    }
}
