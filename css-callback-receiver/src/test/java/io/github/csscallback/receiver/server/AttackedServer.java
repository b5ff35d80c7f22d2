package io.github.csscallback.receiver.server;

import io.github.csscallback.core.signature.CallbackKeys;
import io.github.csscallback.receiver.CallbackReceiver;
import io.github.csscallback.receiver.TestPacket;
import io.github.csscallback.testsupport.SettableClock;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A server in a process of its own, with a small heap and few file descriptors. */
final class AttackedServer implements AutoCloseable {

    private final Process process;
    private final Path output;
    final int port;

    private AttackedServer(Process process, Path output, int port) {
        this.process = process;
        this.output = output;
        this.port = port;
    }

    /** Starts the process. Its standard error goes to a file, which failing assertions show. */
    static AttackedServer start(int maxHeapMegabytes, int fileDescriptors, String... jvmOptions) throws IOException {
        Path output = Files.createTempFile("attacked-server", ".log");
        List<String> java = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + maxHeapMegabytes + "m",
                "-Dsun.net.httpserver.nodelay=true"));
        java.addAll(List.of(jvmOptions));
        java.addAll(List.of("-cp", classPath(), AttackedServer.class.getName()));
        List<String> command = new ArrayList<>(
                List.of("/bin/sh", "-c", "ulimit -n " + fileDescriptors + " && exec \"$@\"", "attacked-server"));
        command.addAll(java);
        Process process =
                new ProcessBuilder(command).redirectError(output.toFile()).start();
        String port = process.inputReader(StandardCharsets.US_ASCII).readLine();
        if (port == null) {
            throw new IOException("the server did not start: " + Files.readString(output));
        }
        return new AttackedServer(process, output, Integer.parseInt(port));
    }

    /** Directories and archives of this test's own class path or module path. */
    private static String classPath() {
        return Stream.concat(
                        Stream.of(
                                Path.of("target", "classes").toAbsolutePath().toString(),
                                Path.of("target", "test-classes")
                                        .toAbsolutePath()
                                        .toString()),
                        Stream.of("java.class.path", "jdk.module.path", "surefire.test.class.path")
                                .map(System::getProperty)
                                .filter(AttackedServer::isGiven))
                .collect(Collectors.joining(java.io.File.pathSeparator));
    }

    private static boolean isGiven(@Nullable String value) {
        return value != null && !value.isEmpty();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    String output() throws IOException {
        return Files.readString(output);
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly();
        Files.deleteIfExists(output);
    }

    /**
     * The process: prints its port, then serves until it is ended.
     *
     * @param args none
     */
    public static void main(String[] args) {
        CallbackReceiver receiver = CallbackReceiver.builder()
                .keys(CallbackKeys.of(TestPacket.KEY))
                .clock(SettableClock.at(TestPacket.SENT_AT))
                .otherwise(delivery -> {})
                .build();
        System.out.println(CallbackServer.builder(receiver).start().port());
    }
}
