package io.github.csscallback.receiver.packet;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.csscallback.receiver.CallbackDecoder;
import io.github.csscallback.testsupport.DocumentedPackets;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** CSS sends a number where a text is documented, and the reverse: both give the same event, whichever the packet has. */
class FieldTypesVaryTest {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?");

    static List<String> names() {
        return DocumentedPackets.names();
    }

    @ParameterizedTest
    @MethodSource("names")
    void numbersMayComeAsTexts(String name) throws IOException {
        byte[] packet = changed(name, FieldTypesVaryTest::numberToText);

        assertThat(JSON.readTree(packet).findValue("event_type").isTextual()).isTrue();
        sameEvent(name, packet);
    }

    @ParameterizedTest
    @MethodSource("names")
    void textsOfDigitsMayComeAsNumbers(String name) throws IOException {
        sameEvent(name, changed(name, FieldTypesVaryTest::textToNumber));
    }

    @ParameterizedTest
    @MethodSource("names")
    void bothMayBeTurnedAround(String name) throws IOException {
        sameEvent(name, changed(name, value -> value.isNumber() ? numberToText(value) : textToNumber(value)));
    }

    @Test
    void textsOfDigitsAreThereToBeTurned() throws IOException {
        JsonNode turned = JSON.readTree(changed("100-record-file", FieldTypesVaryTest::textToNumber));

        assertThat(turned.get("file_id").isNumber()).isTrue();
        assertThat(turned.get("stream_id").isTextual()).isTrue();
    }

    private static void sameEvent(String name, byte[] packet) {
        CallbackDecoder.Decoded decoded = CallbackDecoder.withoutVerification(packet);

        assertThat(PrintedComponents.of(decoded.event())).isEqualTo(ExpectedComponents.of(name));
        assertThat(decoded.problems()).isEmpty();
    }

    private static JsonNode numberToText(JsonNode value) {
        return value.isNumber() ? JsonNodeFactory.instance.textNode(value.asText()) : value;
    }

    private static JsonNode textToNumber(JsonNode value) {
        return value.isTextual() && NUMBER.matcher(value.asText()).matches()
                ? JsonNodeFactory.instance.numberNode(new BigDecimal(value.asText()))
                : value;
    }

    /** The packet with every scalar changed, however deep, those inside JSON in a text included. */
    private static byte[] changed(String name, UnaryOperator<JsonNode> change) throws IOException {
        JsonNode packet = JSON.readTree(DocumentedPackets.bytes(name));
        changeInside(packet, change);
        return JSON.writeValueAsBytes(packet);
    }

    private static void changeInside(JsonNode container, UnaryOperator<JsonNode> change) throws IOException {
        if (container instanceof ObjectNode object) {
            for (var member : object.properties()) {
                member.setValue(changedValue(member.getValue(), change));
            }
        } else if (container instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, changedValue(array.get(i), change));
            }
        }
    }

    private static JsonNode changedValue(JsonNode value, UnaryOperator<JsonNode> change) throws IOException {
        if (value.isContainerNode()) {
            changeInside(value, change);
            return value;
        }
        if (value.asText().startsWith("{\"")) {
            JsonNode inner = JSON.readTree(value.asText());
            changeInside(inner, change);
            return JsonNodeFactory.instance.textNode(JSON.writeValueAsString(inner));
        }
        return change.apply(value);
    }
}
