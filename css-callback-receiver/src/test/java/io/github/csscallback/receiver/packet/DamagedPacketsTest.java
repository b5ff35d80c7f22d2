package io.github.csscallback.receiver.packet;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.csscallback.receiver.CallbackResponse;
import io.github.csscallback.testsupport.DocumentedPackets;
import io.github.csscallback.testsupport.Seeds;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Signed packets that were damaged on the way never make the receiver throw, and no handler sees one without its signature. */
@Tag("slow")
class DamagedPacketsTest {

    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .build();

    static List<String> names() {
        return DocumentedPackets.names();
    }

    @ParameterizedTest
    @MethodSource("names")
    void noBeginningOfAPacketIsTaken(String name) {
        byte[] packet = signed(name);
        for (int length = 0; length < packet.length; length++) {
            Counter counter = Counter.open();
            assertThat(counter.post(Arrays.copyOf(packet, length)).status()).isEqualTo(400);
            assertThat(counter.dispatched()).isEmpty();
        }
        assertThat(Counter.open().post(packet).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @MethodSource("names")
    void whatIsTakenInSpiteOfOtherBytesIsSignedAndWellFormed(String name) {
        byte[] packet = signed(name);

        Seeds.run(200, random -> {
            byte[] damaged = flipped(packet, random);
            Counter counter = Counter.open();
            CallbackResponse response = counter.post(damaged.clone());

            assertThat(response.status()).isIn(200, 400, 403);
            assertThat(counter.dispatched()).hasSize(response.status() == 200 ? 1 : 0);
            if (response.status() == 200) {
                assertThat(isSignedAndWellFormed(damaged)).isTrue();
            } else if (response.status() == 403) {
                assertThat(isSignedAndWellFormed(damaged)).isFalse();
            }
        });
    }

    /** The documented packet, its signature replaced by one that holds. */
    private static byte[] signed(String name) {
        String packet = DocumentedPackets.text(name)
                .replaceAll(",\\s*\"(?:t|sign)\":\\s*(?:\"[^\"]*\"|[0-9]+)", "")
                .stripTrailing();
        return (packet.substring(0, packet.length() - 1) + "," + SignedPackets.SIGNATURE + "}")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] flipped(byte[] packet, Random random) {
        byte[] flipped = packet.clone();
        for (int i = random.nextInt(3); i >= 0; i--) {
            // Half of them in the last bytes, where the signature stands.
            int from = random.nextBoolean() ? 0 : packet.length - SignedPackets.SIGNATURE.length() - 2;
            int at = from + random.nextInt(packet.length - from);
            flipped[at] ^= (byte) (1 << random.nextInt(8));
        }
        return flipped;
    }

    private static boolean isSignedAndWellFormed(byte[] packet) throws IOException {
        JsonNode read = STRICT.readTree(new String(packet, StandardCharsets.UTF_8));
        return read.path("t").asText().equals("1703732078")
                && read.path("t").isValueNode()
                && read.path("sign").asText().equalsIgnoreCase(SignedPackets.SIGN);
    }
}
