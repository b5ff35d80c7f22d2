package io.github.csscallback.benchmarks.manage;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The clients by turns in one process and one thread. Prints per call the median over all turns of elapsed time and the mean of
 * the processor time of the whole process, whose clock is too coarse for one turn, both with their ratio to the official
 * client's, and for elapsed time the quartiles of the ratios of neighbouring turns.
 */
public final class Turns {

    private static final OperatingSystemMXBean PROCESS =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    private static final List<String> CLIENTS = List.of("official", "ours", "jdk");
    private static final int CALLS_IN_A_TURN = 50;
    private static final int WARM_UP_TURNS = 40;

    private Turns() {}

    /**
     * Measures and prints.
     *
     * @param args address, rounds of one turn each
     * @throws Exception if a call fails
     */
    public static void main(String[] args) throws Exception {
        URI server = URI.create(args[0]);
        int rounds = Integer.parseInt(args[1]);
        for (String call : List.of("templates", "create")) {
            Contender[] contenders = new Contender[CLIENTS.size()];
            for (int i = 0; i < contenders.length; i++) {
                contenders[i] = Contender.of(CLIENTS.get(i), call, server);
            }
            double[][] wall = new double[contenders.length][rounds];
            long[] cpu = new long[contenders.length];
            for (int round = -WARM_UP_TURNS; round < rounds; round++) {
                for (int i = 0; i < contenders.length; i++) {
                    long cpuBefore = PROCESS.getProcessCpuTime();
                    long before = System.nanoTime();
                    for (int n = 0; n < CALLS_IN_A_TURN; n++) {
                        contenders[i].call();
                    }
                    if (round >= 0) {
                        wall[i][round] = (System.nanoTime() - before) / 1e3 / CALLS_IN_A_TURN;
                        cpu[i] += PROCESS.getProcessCpuTime() - cpuBefore;
                    }
                }
            }
            for (int i = 0; i < contenders.length; i++) {
                double[] ratios = new double[rounds];
                int client = i;
                Arrays.setAll(ratios, round -> wall[client][round] / wall[0][round]);
                System.out.printf(
                        Locale.ROOT,
                        "%-9s %-8s wall %5.0f us  ratio %.2f (neighbours %.2f, %.2f, %.2f)  CPU %5.0f us  ratio %.2f%n",
                        call,
                        CLIENTS.get(i),
                        quartile(wall[i], 2),
                        quartile(wall[i], 2) / quartile(wall[0], 2),
                        quartile(ratios, 1),
                        quartile(ratios, 2),
                        quartile(ratios, 3),
                        cpu[i] / 1e3 / CALLS_IN_A_TURN / rounds,
                        (double) cpu[i] / cpu[0]);
            }
        }
        System.exit(0); // the official client's threads are no daemons
    }

    private static double quartile(double[] values, int quarters) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[(sorted.length - 1) * quarters / 4];
    }
}
