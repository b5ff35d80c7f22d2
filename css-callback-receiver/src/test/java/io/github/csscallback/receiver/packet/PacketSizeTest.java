package io.github.csscallback.receiver.packet;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.csscallback.receiver.CallbackDecoder;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PacketSizeTest {

    /** Short values outgrow any guess from the number of bytes; growing by half went wrong for odd numbers of them. */
    @Test
    void aPacketOfAnyNumberOfValuesIsRead() {
        for (int values = 1; values <= 1000; values++) {
            String list = IntStream.range(0, values).mapToObj(i -> "7").collect(Collectors.joining(","));
            byte[] packet = ("{\"event_type\":350,\"list\":[" + list + "]}").getBytes(StandardCharsets.UTF_8);

            CallbackDecoder.Decoded decoded = CallbackDecoder.withoutVerification(packet);

            assertThat(decoded.event().fields().longNumbers("list")).hasSize(values);
        }
    }
}
