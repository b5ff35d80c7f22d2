package io.github.csscallback.receiver.packet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.csscallback.core.event.CallbackEvent;
import io.github.csscallback.receiver.CallbackDecoder;
import io.github.csscallback.testsupport.DocumentedPackets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What {@code fields().toJson()} writes is the event again when it is decoded. */
class EventJsonRoundTripTest {

    static List<String> documentedPackets() {
        return DocumentedPackets.names();
    }

    private static CallbackEvent decode(String json) {
        CallbackDecoder.Decoded decoded = CallbackDecoder.withoutVerification(json.getBytes(UTF_8));
        assertThat(decoded.problems()).isEmpty();
        return decoded.event();
    }

    @ParameterizedTest
    @MethodSource("documentedPackets")
    void withItsCredentialsAnEventIsEqualAgain(String name) {
        CallbackEvent event = decode(DocumentedPackets.text(name));
        String json = event.fields().toJsonWithCredentials();
        assertThat(decode(json)).isEqualTo(event).hasSameHashCodeAs(event);
        assertThat(decode(json).fields().names()).doesNotContain("t", "sign");
        assertThat(decode(json).fields().toJsonWithCredentials()).isEqualTo(json);
        assertThat(json).doesNotContain("\n");
    }

    @ParameterizedTest
    @MethodSource("documentedPackets")
    void withoutItsCredentialsAnEventDiffersInThemAlone(String name) {
        CallbackEvent event = decode(DocumentedPackets.text(name));
        Map<String, String> expected = new TreeMap<>(PrintedComponents.of(event));
        PrintedComponents.secretsOf(event).forEach((path, secret) -> {
            if (!secret.isEmpty()) {
                expected.put(path, "***");
            }
        });
        String json = event.fields().toJson();
        assertThat(PrintedComponents.of(decode(json))).isEqualTo(expected);
        PrintedComponents.secretsOf(event).values().stream()
                .filter(secret -> !secret.isEmpty())
                .forEach(secret -> assertThat(json).doesNotContain(secret));
    }
}
