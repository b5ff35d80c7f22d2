package io.github.csscallback.receiver;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The packets that the documentation prints, and what the events made of them must say. */
final class DocumentedPackets {

    private DocumentedPackets() {}

    /** All names, without suffix. */
    static List<String> names() {
        try (Stream<Path> files = Files.list(directory("documented"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".json"))
                    .map(name -> name.substring(0, name.length() - ".json".length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] bytes(String name) {
        try {
            return Files.readAllBytes(directory("documented").resolve(name + ".json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The expected components: path and printed value. */
    static Map<String, String> expected(String name) {
        try {
            Map<String, String> expected = new TreeMap<>();
            for (String line : Files.readAllLines(directory("expected").resolve(name + ".txt"))) {
                int equals = line.indexOf(" = ");
                expected.put(line.substring(0, equals), line.substring(equals + " = ".length()));
            }
            return expected;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path directory(String name) {
        URL readme = DocumentedPackets.class.getResource("/packets/" + name + "/README.md");
        try {
            return Path.of(Objects.requireNonNull(readme, name).toURI()).resolveSibling("");
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }
}
