package io.github.csscallback.receiver.packet;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.csscallback.receiver.CallbackDecoder;
import io.github.csscallback.testsupport.DocumentedPackets;
import io.github.csscallback.testsupport.Seeds;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A packet may be written in many ways that mean the same: members in any order, numbers as texts and texts as numbers,
 * escapes and blanks anywhere, unknown members. The event is the same.
 */
class EventInvarianceTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern INTEGER = Pattern.compile("-?(0|[1-9][0-9]{0,17})");
    private static final Pattern DIGITS_OR_WORD = Pattern.compile("-?[0-9.]+|true|false");
    private static final String[] BLANKS = {"", "", " ", "\n", "\t", "\r\n  "};
    private static final String[] UNKNOWN = {
        "1",
        "\"text\"",
        "null",
        "true",
        "[]",
        "{}",
        "[[1,{\"event_type\":1}]]",
        "{\"sign\":1,\"t\":{\"t\":2}}",
        "1.5e3",
        "\"{\\\"a\\\":1}\""
    };

    static List<String> names() {
        return DocumentedPackets.names();
    }

    @ParameterizedTest
    @MethodSource("names")
    void anotherWritingOfAPacketIsTheSameEvent(String name) throws IOException {
        JsonNode packet = JSON.readTree(DocumentedPackets.bytes(name));
        Map<String, String> expected = ExpectedComponents.of(name);

        Seeds.run(60, random -> {
            StringBuilder written = new StringBuilder();
            new Writer(written, random).value(packet, true);
            CallbackDecoder.Decoded decoded =
                    CallbackDecoder.withoutVerification(written.toString().getBytes(StandardCharsets.UTF_8));

            if (!PrintedComponents.of(decoded.event()).equals(expected)) {
                assertThat(PrintedComponents.of(decoded.event()))
                        .as(written.toString())
                        .isEqualTo(expected);
            }
            assertThat(decoded.problems()).isEmpty();
        });
    }

    /** Writes a packet in one of the many ways. */
    private record Writer(StringBuilder out, Random random) {

        void value(JsonNode value, boolean outermost) {
            blank();
            if (value.isObject()) {
                object(value, outermost);
            } else if (value.isArray()) {
                array(value);
            } else if (value.isNumber() && random.nextBoolean()) {
                text(value.asText());
            } else if (value.isTextual()) {
                textOrNumber(value.asText());
            } else {
                out.append(value.asText());
            }
            blank();
        }

        private void object(JsonNode object, boolean outermost) {
            List<String> names = new ArrayList<>();
            object.fieldNames().forEachRemaining(names::add);
            for (int i = random.nextInt(4); i > 0; i--) {
                names.add("unknown_" + i + (outermost ? "" : "名"));
            }
            Collections.shuffle(names, random);
            out.append('{');
            for (int i = 0; i < names.size(); i++) {
                out.append(i == 0 ? "" : ",");
                blank();
                text(names.get(i));
                blank();
                out.append(':');
                JsonNode member = object.get(names.get(i));
                if (member == null) {
                    out.append(UNKNOWN[random.nextInt(UNKNOWN.length)]);
                } else {
                    value(member, false);
                }
            }
            blank();
            out.append('}');
        }

        private void array(JsonNode array) {
            out.append('[');
            for (int i = 0; i < array.size(); i++) {
                out.append(i == 0 ? "" : ",");
                value(array.get(i), false);
            }
            blank();
            out.append(']');
        }

        private void textOrNumber(String text) {
            if (INTEGER.matcher(text).matches() && random.nextBoolean()) {
                out.append(text);
            } else {
                text(text);
            }
        }

        /** Digits stay as they are: CSS never escapes them, and a number in a text is read from its bytes. */
        private void text(String text) {
            boolean mayEscape = !DIGITS_OR_WORD.matcher(text).matches();
            out.append('"');
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                if (c < ' ' || (mayEscape && random.nextInt(8) == 0)) {
                    String digits = HexFormat.of().toHexDigits(c);
                    out.append("\\u").append(random.nextBoolean() ? digits : digits.toUpperCase(Locale.ROOT));
                } else {
                    out.append(c == '"' || c == '\\' ? "\\" : "").append(c);
                }
            }
            out.append('"');
        }

        private void blank() {
            out.append(BLANKS[random.nextInt(BLANKS.length)]);
        }
    }
}
