package io.github.csscallback.benchmarks.manage;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.util.Locale;

/**
 * Many calls of one client, one thread: time, processor time of the whole process and bytes allocated by all its threads,
 * per call.
 */
public final class Calls {

    private static final OperatingSystemMXBean PROCESS =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    private static final ThreadMXBean THREADS = ManagementFactory.getPlatformMXBean(ThreadMXBean.class);

    private Calls() {}

    /**
     * Calls and prints.
     *
     * @param args client, call, address, calls to warm up, calls to measure
     * @throws Exception if a call fails
     */
    public static void main(String[] args) throws Exception {
        Contender contender = Contender.of(args[0], args[1], URI.create(args[2]));
        repeat(contender, Integer.parseInt(args[3]));
        int calls = Integer.parseInt(args[4]);
        long bytes = allocated();
        long cpu = PROCESS.getProcessCpuTime();
        long began = System.nanoTime();
        repeat(contender, calls);
        long wall = System.nanoTime() - began;
        cpu = PROCESS.getProcessCpuTime() - cpu;
        bytes = allocated() - bytes;
        System.out.printf(
                Locale.ROOT,
                "%-8s %-9s wall %6.0f us  cpu %6.0f us  %6.1f kB  per call, %d calls%n",
                args[0],
                args[1],
                wall / 1e3 / calls,
                cpu / 1e3 / calls,
                bytes / 1e3 / calls,
                calls);
        System.exit(0); // the official client's threads live on
    }

    private static void repeat(Contender contender, int calls) throws Exception {
        for (int i = 0; i < calls; i++) {
            contender.call();
        }
    }

    /** By all threads that live; neither client starts one for each call. */
    private static long allocated() {
        long sum = 0;
        for (long bytes : THREADS.getThreadAllocatedBytes(THREADS.getAllThreadIds())) {
            sum += Math.max(0, bytes);
        }
        return sum;
    }
}
