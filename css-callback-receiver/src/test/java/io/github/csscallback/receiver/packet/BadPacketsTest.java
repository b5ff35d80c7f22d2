package io.github.csscallback.receiver.packet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.csscallback.core.field.UnreadablePacketException;
import io.github.csscallback.receiver.CallbackDecoder;
import io.github.csscallback.receiver.CallbackResponse;
import io.github.csscallback.receiver.Outcome;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The bodies in packets/bad: the response to each, and that a rejection names the place but shows none of the bytes. */
class BadPacketsTest {

    private static final String MARKER = "content-of-the-packet";

    /** One file and what its rejection must say. */
    record Bad(String name, String reason) {
        byte[] body() throws IOException {
            try (InputStream file = BadPacketsTest.class.getResourceAsStream("/packets/bad/" + name + ".json")) {
                return Objects.requireNonNull(file, name).readAllBytes();
            }
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static List<Bad> all() throws IOException, URISyntaxException {
        return Files.readAllLines(directory().resolve("expected.tsv")).stream()
                .map(line -> new Bad(line.substring(0, line.indexOf('\t')), line.substring(line.indexOf('\t') + 1)))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("all")
    void gets400AndReachesNoHandler(Bad bad) throws IOException {
        Counter counter = Counter.open();

        CallbackResponse response = counter.post(bad.body());

        assertThat(response.status()).isEqualTo(400);
        assertThat(response.outcome().kind()).isEqualTo(Outcome.Kind.UNREADABLE);
        assertThat(response.outcome().verificationResult()).isNull();
        assertThat(response.outcome().explanation()).isEqualTo("unreadable: " + bad.reason());
        assertThat(counter.dispatched()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("all")
    void isUnreadableForTheDecoderToo(Bad bad) throws IOException {
        byte[] body = bad.body();

        assertThatExceptionOfType(UnreadablePacketException.class)
                .isThrownBy(() -> CallbackDecoder.withoutVerification(body))
                .withMessage(bad.reason())
                .withNoCause()
                .satisfies(e -> {
                    assertThat(e.getStackTrace()).isEmpty();
                    String place = e.line() == 0 ? "" : " (line " + e.line() + ", byte " + e.column() + ")";
                    assertThat(bad.reason()).endsWith(place);
                    assertThat(bad.reason().contains("(line ")).isEqualTo(e.line() > 0);
                });
    }

    @ParameterizedTest
    @MethodSource("all")
    void nothingOfItIsShown(Bad bad) throws IOException {
        CallbackResponse response = Counter.open().post(bad.body());

        assertThat(Stream.of(
                        response.toString(),
                        response.outcome().toString(),
                        response.headers().toString(),
                        new String(response.body(), StandardCharsets.UTF_8)))
                .allSatisfy(said -> assertThat(said).doesNotContain(MARKER, SignedPackets.SIGN, "1703732078"));
        assertThat(response.body()).isEqualTo("{\"code\":400}".getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void everyFileHasItsExpectation() throws IOException, URISyntaxException {
        try (Stream<Path> files = Files.list(directory())) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".json")))
                    .containsExactlyInAnyOrderElementsOf(
                            all().stream().map(bad -> bad.name() + ".json").toList());
        }
    }

    @Test
    void theMarkerIsThereToBeFound() throws IOException, URISyntaxException {
        int marked = 0;
        for (Bad bad : all()) {
            marked += new String(bad.body(), StandardCharsets.UTF_8).contains(MARKER) ? 1 : 0;
        }
        assertThat(marked).isGreaterThan(80);
    }

    private static Path directory() throws URISyntaxException {
        return Path.of(Objects.requireNonNull(BadPacketsTest.class.getResource("/packets/bad/README.md"))
                        .toURI())
                .resolveSibling("");
    }
}
