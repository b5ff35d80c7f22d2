package io.github.csscallback.benchmarks.manage;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** In a fresh JVM: time from {@code main} to the first response, and the peak memory of the process. Linux only. */
public final class FirstCall {

    private FirstCall() {}

    /**
     * Calls once and prints how long it took.
     *
     * @param args client, call, address
     * @throws Exception if the call fails
     */
    public static void main(String[] args) throws Exception {
        long began = System.nanoTime();
        Contender.of(args[0], args[1], URI.create(args[2])).call();
        long millis = (System.nanoTime() - began) / 1_000_000;
        System.out.printf(
                Locale.ROOT, "%-8s %-9s first response %4d ms  peak %s%n", args[0], args[1], millis, peakMemory());
        System.exit(0); // the official client's threads are no daemons
    }

    private static String peakMemory() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .map(line -> line.substring("VmHWM:".length()).strip())
                .findFirst()
                .orElse("unknown");
    }
}
