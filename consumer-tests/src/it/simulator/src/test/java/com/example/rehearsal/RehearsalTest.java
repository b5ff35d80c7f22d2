package com.example.rehearsal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.csscallback.core.signature.CallbackKey;
import io.github.csscallback.receiver.CallbackReceiver;
import io.github.csscallback.testkit.simulator.CssSimulator;
import java.io.File;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RehearsalTest {

    @Test
    void theSimulatorWorksAsANamedModule() {
        assertTrue(CssSimulator.class.getModule().isNamed());
        assertEquals(List.of("room-1"), Rehearsal.play());
    }

    @Test
    void itWorksOnAModulePathWithoutJUnit() throws Exception {
        assertEquals(
                "[room-1] without JUnit, testkit in module io.github.csscallback.testkit",
                run("-p", jars(), "-m", "com.example.rehearsal/com.example.rehearsal.Rehearsal"));
    }

    @Test
    void itWorksOnAClassPathWithoutJUnit() throws Exception {
        String said = run("-cp", jars(), "com.example.rehearsal.Rehearsal");
        assertTrue(said.startsWith("[room-1] without JUnit, testkit in unnamed module"), said);
    }

    /** All that the program needs at run time. */
    private static String jars() throws ClassNotFoundException {
        Class<?> jackson = Class.forName("com.fasterxml.jackson.core.JsonFactory");
        Class<?> slf4j = Class.forName("org.slf4j.Logger");
        return Stream.of(Rehearsal.class, CssSimulator.class, CallbackReceiver.class, CallbackKey.class, jackson, slf4j)
                .map(RehearsalTest::placeOf)
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static String placeOf(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    private static String run(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (InputStream said = process.getInputStream()) {
            String text = new String(said.readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(process.waitFor(30, TimeUnit.SECONDS));
            assertEquals(0, process.exitValue());
            return text.strip();
        } finally {
            process.destroyForcibly();
        }
    }
}
