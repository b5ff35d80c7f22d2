package io.github.csscallback.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafeTextTest {

    @ParameterizedTest
    @ValueSource(chars = {0x00, 0x1b, 0x7f, 0x80, 0x85, 0x9b, 0x9f, 0x2028, 0x2029})
    void controlsAndLineSeparatorsAreEscapedInJson(char unsafe) throws IOException {
        ObjectNode value = JsonNodeFactory.instance.objectNode().put("a", "x" + unsafe + "\\");

        String line = JsonLine.of(value);

        assertThat(line).doesNotContain(String.valueOf(unsafe)).contains(String.format("x\\u%04X", (int) unsafe));
        assertThat(new ObjectMapper().readTree(line)).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(chars = {0x1b, 0x7f, 0x9b, 0x2028, 0x2029, 0x061c, 0x200e, 0x200f, 0x202a, 0x202e, 0x2066, 0x2069})
    void controlsOfTheTerminalAndOfBidirectionalTextAreEscapedInText(char unsafe) {
        assertThat(TextFormat.printable("x" + unsafe + "直播")).isEqualTo(String.format("x\\u%04x直播", (int) unsafe));
    }
}
