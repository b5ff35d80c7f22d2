package io.github.csscallback.testsupport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DocumentedPacketsTest {

    @Test
    void allPacketsOfTheFolderAreListed() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/packets/documented"))) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".json")))
                    .containsExactlyInAnyOrderElementsOf(DocumentedPackets.names().stream()
                            .map(name -> name + ".json")
                            .toList())
                    .hasSize(25);
        }
    }

    @Test
    void everyPacketCanBeRead() {
        assertThat(DocumentedPackets.names())
                .allSatisfy(name -> assertThat(DocumentedPackets.text(name)).contains("\"event_type\""));
    }
}
