package io.github.csscallback.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.csscallback.core.event.EventType;
import io.github.csscallback.core.event.UnknownEvent;
import io.github.csscallback.receiver.CallbackDecoder;
import java.io.IOException;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SamplePacketsTest {

    private static final int UNDOCUMENTED = 350;

    private final ObjectMapper json = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    static Stream<EventType> documentedTypes() {
        return DocumentedMembers.byNumber().keySet().stream().map(EventType::of);
    }

    @Test
    void everyKnownTypeIsDocumented() {
        assertThat(DocumentedMembers.byNumber().keySet())
                .containsAll(EventType.known().stream().map(EventType::number).toList());
    }

    @ParameterizedTest
    @MethodSource("documentedTypes")
    void aSampleHasExactlyTheDocumentedMembersOfItsType(EventType type) throws IOException {
        JsonNode packet = json.readTree(SamplePackets.of(type).bytes());

        TreeSet<String> names = new TreeSet<>();
        packet.fieldNames().forEachRemaining(names::add);
        TreeSet<String> documented = new TreeSet<>(DocumentedMembers.byNumber().get(type.number()));
        documented.add("event_type");
        assertThat(names).isEqualTo(documented);
        assertThat(packet.get("event_type").isInt()).isTrue();
        assertThat(packet.get("event_type").intValue()).isEqualTo(type.number());
    }

    @ParameterizedTest
    @MethodSource("documentedTypes")
    void aSampleDecodesWithoutProblemsToTheRecordOfItsType(EventType type) {
        CallbackDecoder.Decoded decoded =
                CallbackDecoder.withoutVerification(SamplePackets.of(type).bytes());

        assertThat(decoded.problems()).isEmpty();
        assertThat(decoded.event().type()).isEqualTo(type);
        assertThat(decoded.event()).isInstanceOf(type.eventClass());
    }

    @Test
    void anUndocumentedTypeHasASmallSample() {
        CallbackDecoder.Decoded decoded = CallbackDecoder.withoutVerification(
                SamplePackets.of(EventType.of(UNDOCUMENTED)).bytes());

        assertThat(decoded.event()).isInstanceOf(UnknownEvent.class);
        assertThat(decoded.event().type().number()).isEqualTo(UNDOCUMENTED);
        assertThat(decoded.event().liveStream().streamName()).isEqualTo("studio-7");
    }

    @ParameterizedTest
    @CsvSource({"100,callback_ext", "314,msg", "314,source_urls", "332,record_detail"})
    void jsonInsideATextHasOneLevelOfEscaping(int number, String member) throws IOException {
        JsonNode text =
                json.readTree(SamplePackets.of(EventType.of(number)).bytes()).get(member);

        assertThat(text.isTextual()).isTrue();
        assertThat(json.readTree(text.textValue()).isContainerNode()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("documentedTypes")
    void namesAndAddressesOfSamplesAreReservedForDocumentation(EventType type) {
        assertThat(SamplePackets.of(type).json())
                .doesNotContain("myqcloud", "tencent", "qcloud")
                .doesNotContainPattern("https?://(?!([a-z]+\\.)?example\\.(com|net))");
    }

    @Test
    void membersAreDocumentedForNineteenTypes() {
        Map<Integer, ?> table = DocumentedMembers.byNumber();

        assertThat(table).hasSize(19);
    }
}
