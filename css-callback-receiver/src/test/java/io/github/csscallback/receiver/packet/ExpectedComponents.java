package io.github.csscallback.receiver.packet;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** The components that the event of a documented packet must have, in the form of {@link PrintedComponents}. */
public final class ExpectedComponents {

    private ExpectedComponents() {}

    /** Path and printed value of each component. */
    public static Map<String, String> of(String packet) {
        String resource = "/packets/expected/" + packet + ".txt";
        try (InputStream in = ExpectedComponents.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalArgumentException("no resource " + resource);
            }
            Map<String, String> expected = new TreeMap<>();
            new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().forEach(line -> {
                int equals = line.indexOf(" = ");
                expected.put(line.substring(0, equals), line.substring(equals + " = ".length()));
            });
            return expected;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
