package io.github.csscallback.testkit.internal.post;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.csscallback.testsupport.Seeds;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class HttpResponseReaderTest {

    private static final String[] GOOD = {
        "HTTP/1.1 200 OK\r\nContent-Length: 10\r\nX: y\r\n\r\n{\"code\":0}",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nabcd\r\n6;a=b\r\nefghij\r\n0\r\nA: b\r\n\r\n",
        "HTTP/1.0 500 No\r\n\r\nten bytes.",
        "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 204 No\r\n\r\n"
    };

    /** Counts what is taken from an endless source. */
    private static final class Endless extends InputStream {

        private final byte[] beginning;
        private final byte[] pattern;
        private long taken;

        Endless(String beginning, String pattern) {
            this.beginning = beginning.getBytes(StandardCharsets.ISO_8859_1);
            this.pattern = pattern.getBytes(StandardCharsets.ISO_8859_1);
        }

        @Override
        public int read() {
            long at = taken++;
            return at < beginning.length
                    ? beginning[(int) at]
                    : pattern[(int) ((at - beginning.length) % pattern.length)];
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            for (int i = 0; i < length; i++) {
                into[offset + i] = (byte) read();
            }
            return length;
        }
    }

    @Test
    void anyBytesGiveAResponseOrAFailure() {
        Seeds.forEach(1, seed -> {
            Random random = new Random(seed);
            int whole = 0;
            for (int i = 0; i < 50_000; i++) {
                byte[] bytes = GOOD[random.nextInt(GOOD.length)].getBytes(StandardCharsets.ISO_8859_1);
                for (int changes = random.nextInt(4); changes > 0; changes--) {
                    bytes[random.nextInt(bytes.length)] = (byte) (random.nextBoolean() ? random.nextInt(256) : '\n');
                }
                HttpResponseReader reader = new HttpResponseReader(
                        new ByteArrayInputStream(bytes, 0, bytes.length - random.nextInt(3) / 2));
                try {
                    reader.read();
                    whole++;
                    assertThat(reader.status()).as("round " + i).isNotNull();
                } catch (MalformedResponseException e) {
                    assertThat(e.getMessage()).as("round " + i).isNotBlank();
                } catch (RuntimeException e) {
                    throw new AssertionError("round " + i, e);
                }
            }
            assertThat(whole).isBetween(5_000, 49_000);
        });
    }

    @Test
    void readingIsBounded() throws IOException {
        assertBounded("", "HTTP/1.1 100 Continue\r\n\r\n");
        assertBounded("", "H");
        assertBounded("HTTP/1.1 200 OK\r\n", "A: b\r\n");
        assertBounded("HTTP/1.1 200 OK\r\n\r\n", "x");
        assertBounded("HTTP/1.1 200 OK\r\nContent-Length: 999999999999999999\r\n\r\n", "x");
        assertBounded("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", "1\r\nx\r\n");
        assertBounded("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", "fffffffffffffff\r\n");
        assertBounded("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", "1");
        assertBounded("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n", "A: b\r\n");
    }

    private static void assertBounded(String beginning, String pattern) throws IOException {
        Endless source = new Endless(beginning, pattern);
        HttpResponseReader reader = new HttpResponseReader(source);
        try {
            reader.read();
            assertThat(reader.status()).isNotNull();
        } catch (MalformedResponseException e) {
            assertThat(e.getMessage()).isNotBlank();
        }

        assertThat(source.taken).isLessThan(10L * (HttpResponseReader.MAX_BODY + HttpResponseReader.MAX_HEAD));
        assertThat(reader.text().length()).isLessThanOrEqualTo(HttpResponseReader.MAX_BODY);
    }
}
