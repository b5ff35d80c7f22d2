package io.github.csscallback.receiver.packet;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.csscallback.receiver.CallbackDecoder;
import io.github.csscallback.testsupport.DocumentedPackets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every member that the documentation prints lands in its component, in the right unit, and in no other. */
class DocumentedPacketsTest {

    static List<String> names() {
        return DocumentedPackets.names();
    }

    @ParameterizedTest
    @MethodSource("names")
    void becomesTheExpectedComponents(String name) {
        CallbackDecoder.Decoded decoded = CallbackDecoder.withoutVerification(DocumentedPackets.bytes(name));

        assertThat(PrintedComponents.of(decoded.event())).isEqualTo(ExpectedComponents.of(name));
        assertThat(decoded.problems()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("names")
    void keepsAllMembersInTheirOrder(String name) throws Exception {
        byte[] packet = DocumentedPackets.bytes(name);
        List<String> members = new ArrayList<>();
        new JsonMapper().readTree(packet).fieldNames().forEachRemaining(members::add);

        assertThat(CallbackDecoder.withoutVerification(packet).event().fields().names())
                .isEqualTo(members);
    }

    @Test
    void theDecoderDoesNotKeepTheCallersBytes() {
        byte[] packet = DocumentedPackets.bytes("100-record-file");
        CallbackDecoder.Decoded decoded = CallbackDecoder.withoutVerification(packet);
        Arrays.fill(packet, (byte) ' ');

        assertThat(PrintedComponents.of(decoded.event())).isEqualTo(ExpectedComponents.of("100-record-file"));
        assertThat(decoded.event().fields().text("file_id")).isEqualTo("1234567890");
    }
}
