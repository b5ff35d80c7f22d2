package io.github.csscallback.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.csscallback.core.event.EventType;
import io.github.csscallback.core.signature.CallbackKey;
import io.github.csscallback.core.signature.CallbackKeys;
import io.github.csscallback.core.signature.SignatureVerifier;
import io.github.csscallback.core.signature.VerificationResult;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SamplePacketTest {

    private static final CallbackKey KEY = CallbackKey.of("abc123");
    private static final Instant NOW = Instant.parse("2026-03-14T09:26:53.750Z");

    private final ObjectMapper json = new ObjectMapper();
    private final SamplePacket packet = SamplePackets.of(EventType.RECORD);

    private JsonNode read(SamplePacket made) throws IOException {
        return json.readTree(made.bytes());
    }

    @Test
    void aMemberIsOverriddenInItsPlace() throws IOException {
        SamplePacket changed = packet.with("stream_id", "room-1");

        assertThat(read(changed).get("stream_id").textValue()).isEqualTo("room-1");
        assertThat(List.copyOf(names(changed))).isEqualTo(names(packet));
    }

    @Test
    void anUndocumentedMemberIsAddedAtTheEnd() throws IOException {
        SamplePacket changed = packet.with("brand_new", true);

        assertThat(names(changed)).endsWith("brand_new");
        assertThat(read(changed).get("brand_new").booleanValue()).isTrue();
    }

    @Test
    void aMemberIsRemoved() throws IOException {
        assertThat(read(packet.without("task_id")).has("task_id")).isFalse();
    }

    @Test
    void removingAMissingMemberIsRejected() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> packet.without("tsak_id"))
                .withMessageContaining("tsak_id")
                .withMessageContaining("task_id");
    }

    @Test
    void aChangeLeavesTheOriginalAlone() throws IOException {
        String before = packet.json();

        packet.with("stream_id", "room-1").without("task_id").signedWith(KEY, NOW);

        assertThat(packet.json()).isEqualTo(before);
    }

    @Test
    void aListGivenIsCopied() throws IOException {
        List<Object> list = new ArrayList<>(List.of("one"));
        SamplePacket changed = packet.with("list", list);

        list.add("two");

        assertThat(read(changed).get("list")).hasSize(1);
    }

    @Test
    void theSignatureHoldsAndSurvivesOtherChanges() throws IOException {
        SamplePacket signed = packet.signedWith(KEY, NOW.plusSeconds(600)).with("stream_id", "room-1");

        JsonNode read = read(signed);
        VerificationResult result = SignatureVerifier.builder()
                .keys(CallbackKeys.of(KEY))
                .clock(Clock.fixed(NOW, ZoneOffset.UTC))
                .build()
                .verify(read.get("t").asText(), read.get("sign").textValue());
        assertThat(result.kind()).isEqualTo(VerificationResult.Kind.VALID);
        assertThat(read.get("t").isIntegralNumber()).isTrue();
    }

    @Test
    void aKnownSignatureIsMade() throws IOException {
        JsonNode read = read(packet.signedWith(KEY, Instant.ofEpochSecond(1703732078)));

        assertThat(read.get("sign").textValue()).isEqualTo("47fe04d374a6348b4b19161bf0f6172b");
    }

    @Test
    void aSampleIsUnsignedByDefault() throws IOException {
        assertThat(read(packet).has("t")).isFalse();
        assertThat(read(packet).has("sign")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "quote \" and backslash \\ and slash /",
                "line\nfeed\r\n\ttab",
                "\u0000\u0001\b\f\u001f\u007f",
                "直播 \u00e9 \ud83c\udfa5 \u2028",
                "{\"a\":\"b\\\"\"}"
            })
    void anyStringSurvivesARoundTrip(String text) throws IOException {
        assertThat(read(packet.with("errmsg", text)).get("errmsg").textValue()).isEqualTo(text);
        assertThat(read(packet.with(text, 1)).get(text).intValue()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\ud83c", "\ud83cx", "x\udfa5", "\udfa5\ud83c"})
    void aLoneSurrogateIsEscapedAndNotReplaced(String text) throws IOException {
        assertThat(read(packet.with("errmsg", text)).get("errmsg").textValue()).isEqualTo(text);
        assertThat(new String(packet.with("errmsg", text).bytes(), StandardCharsets.UTF_8))
                .contains("\\u");
    }

    @Test
    void valuesOfEveryAllowedTypeAreWritten() {
        SamplePacket values = SamplePackets.of(EventType.of(350))
                .with("long", 9_007_199_254_740_993L)
                .with("big", new BigInteger("18402973651109248877"))
                .with("decimal", new BigDecimal("0.10"))
                .with("real", -2.5)
                .with("small", (short) 7)
                .with("nothing", null)
                .with("list", Arrays.asList(1, null, Map.of("inner", List.of())));

        assertThat(values.json())
                .endsWith("\"long\":9007199254740993,\"big\":18402973651109248877,\"decimal\":0.10,\"real\":-2.5,"
                        + "\"small\":7,\"nothing\":null,\"list\":[1,null,{\"inner\":[]}]}");
    }

    @Test
    void theLocaleHasNoEffect() {
        Locale before = Locale.getDefault();
        String expected = packet.with("real", 1234567.5).with("n", 1234567).json();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));

            assertThat(packet.with("real", 1234567.5).with("n", 1234567).json()).isEqualTo(expected);
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void aValueOfAnotherTypeIsRejectedWithItsPath() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> packet.with("when", List.of(Map.of("at", NOW))))
                .withMessageContaining("when[0].at")
                .withMessageContaining("java.time.Instant");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> packet.with("count", new AtomicInteger()))
                .withMessageContaining("count");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> packet.with("score", Double.NaN))
                .withMessageContaining("finite");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> packet.with("map", Collections.singletonMap(1, "x")))
                .withMessageContaining("map");
    }

    @Test
    void toStringContainsNoValue() {
        assertThat(packet.signedWith(KEY, NOW).toString())
                .contains("stream_param", "sign")
                .doesNotContain("txSecret", "studio-7");
    }

    private List<String> names(SamplePacket made) throws IOException {
        List<String> names = new ArrayList<>();
        read(made).fieldNames().forEachRemaining(names::add);
        return names;
    }

    @Test
    void allTimesMoveByTheSameSpanSoThatTheLatestIsTheGivenOne() throws IOException {
        JsonNode moved = read(packet.at(Instant.parse("2027-01-02T03:04:05.999Z")));
        JsonNode before = read(packet);

        assertThat(moved.get("end_time").longValue())
                .isEqualTo(Instant.parse("2027-01-02T03:04:05Z").getEpochSecond());
        assertThat(moved.get("end_time").longValue() - moved.get("start_time").longValue())
                .isEqualTo(before.get("end_time").longValue()
                        - before.get("start_time").longValue());
        assertThat(names(packet.at(NOW))).isEqualTo(names(packet));
        for (String other : names(packet)) {
            if (!other.endsWith("_time")) {
                assertThat(moved.get(other)).isEqualTo(before.get(other));
            }
        }
        assertThat(moved.get("media_start_time").longValue())
                .as("a place in the stream is no time of the day")
                .isEqualTo(80);
    }

    @Test
    void timesMoveInObjectsAndListsAndInTheUnitTheyHave() throws IOException {
        Instant now = Instant.parse("2027-01-02T03:04:05.678Z");

        JsonNode pushError = read(SamplePackets.of(EventType.PUSH_EXCEPTION).at(now));
        assertThat(pushError.get("data_time").longValue()).isEqualTo(now.toEpochMilli());
        assertThat(pushError.at("/abnormal_event/0/detail/0/occur_time").longValue())
                .isEqualTo(now.toEpochMilli() - 1900);
        JsonNode relay = read(SamplePackets.of(EventType.RELAY).at(now));
        assertThat(relay.get("event_time").textValue()).isEqualTo(Long.toString(now.getEpochSecond()));
        JsonNode erase = read(SamplePackets.of(EventType.SMART_ERASE).at(now));
        assertThat(erase.at("/data/subtitle_tmp_res/0/end_unix_time").longValue())
                .isEqualTo(now.getEpochSecond());
        assertThat(erase.at("/data/subtitle_tmp_res/0/keywords_info/0/begin_time")
                        .longValue())
                .isEqualTo(1_500_400);
    }

    @Test
    void aPacketWithoutTimesStaysAsItIs() {
        SamplePacket none = packet.without("start_time").without("end_time");

        assertThat(none.at(NOW).json()).isEqualTo(none.json());
    }
}
