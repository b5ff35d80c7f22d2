package io.github.csscallback.client.internal.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BodyTest {

    private static Body body(String... parts) {
        List<ByteBuffer> buffers = Stream.of(parts)
                .map(part -> ByteBuffer.wrap(part.getBytes(UTF_8)))
                .toList();
        return new Body(
                buffers, buffers.stream().mapToInt(ByteBuffer::remaining).sum());
    }

    @Test
    void theStreamGoesThroughAllBuffersAndOverEmptyOnes() throws IOException {
        assertThat(body("", "a", "", "直播", "").stream().readAllBytes()).isEqualTo("a直播".getBytes(UTF_8));
    }

    @Test
    void theStreamGivesSingleBytesAndTellsItsEnd() throws IOException {
        InputStream stream =
                new Body(List.of(ByteBuffer.wrap(new byte[] {(byte) 0xff}), ByteBuffer.allocate(1)), 2).stream();

        assertThat(stream.read()).isEqualTo(0xff);
        assertThat(stream.read(new byte[0])).isZero();
        assertThat(stream.read()).isZero();
        assertThat(stream.read()).isEqualTo(-1);
        assertThat(stream.read(new byte[1])).isEqualTo(-1);
    }

    @Test
    void theTextIsThatOfAllBuffers() {
        assertThat(body("a", "直播").text()).isEqualTo("a直播");
    }

    @Test
    void onlyABodyWithoutBytesIsEmpty() {
        assertThat(body().isEmpty()).isTrue();
        assertThat(body("").isEmpty()).isTrue();
        assertThat(body("a").isEmpty()).isFalse();
    }

    @Test
    void theBytesAreNotShown() {
        assertThat(body("theSecret")).hasToString("Body[9 bytes]");
    }
}
