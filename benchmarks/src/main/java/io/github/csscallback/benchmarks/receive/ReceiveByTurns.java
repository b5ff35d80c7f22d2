package io.github.csscallback.benchmarks.receive;

import java.util.Arrays;
import java.util.Locale;
import org.openjdk.jmh.infra.Blackhole;

/**
 * The receiver and one other contender of {@link ReceiveBenchmark} by turns, a few hundredths of a second each, and the ratio
 * of each two turns. JMH measures one after the other, minutes apart: where others share the machine, its speed has changed
 * by then. Here it changes for both.
 */
public final class ReceiveByTurns {

    private static final int WARM_UP = 100;
    private static final int PAIRS = 300;
    private static final long TURN_NANOS = 20_000_000;
    private static final int PACKETS_AT_ONCE = 200;

    private ReceiveByTurns() {}

    /** One packet handled. */
    private interface Contender {
        Object run() throws Exception;
    }

    /**
     * Measures.
     *
     * @param args the type of packet, and the other contender's name in {@link ReceiveBenchmark}
     * @throws Exception if a packet is missing
     */
    public static void main(String[] args) throws Exception {
        Blackhole blackhole = new Blackhole(
                "Today's password is swordfish. I understand instantiating Blackholes directly is dangerous.");
        LogOff log = new LogOff();
        log.turnOff();
        ReceiveBenchmark benchmark = new ReceiveBenchmark();
        benchmark.type = Integer.parseInt(args[0]);
        benchmark.prepare(blackhole);
        Contender receive = () -> benchmark.receive(log);
        Contender other = switch (args[1]) {
            case "bindOnly" -> () -> benchmark.bindOnly(log);
            case "handWritten" -> () -> benchmark.handWritten(log);
            case "handWrittenFormat" -> () -> benchmark.handWrittenFormat(log);
            default -> throw new IllegalArgumentException("no such contender: " + args[1]);
        };
        double[] receiveNanos = new double[PAIRS];
        double[] otherNanos = new double[PAIRS];
        double[] ratios = new double[PAIRS];
        for (int i = -WARM_UP; i < PAIRS; i++) {
            double one = turn(receive, blackhole);
            double two = turn(other, blackhole);
            if (i >= 0) {
                receiveNanos[i] = one;
                otherNanos[i] = two;
                ratios[i] = one / two;
            }
        }
        Arrays.sort(ratios);
        System.out.printf(
                Locale.ROOT,
                "type %s  receive %.0f ns  %s %.0f ns  ratio: quarter %.2f, median %.2f, three quarters %.2f%n",
                args[0],
                Arrays.stream(receiveNanos).min().orElseThrow(),
                args[1],
                Arrays.stream(otherNanos).min().orElseThrow(),
                ratios[PAIRS / 4],
                ratios[PAIRS / 2],
                ratios[3 * PAIRS / 4]);
    }

    /** Nanoseconds for each packet. */
    private static double turn(Contender contender, Blackhole blackhole) throws Exception {
        long began = System.nanoTime();
        long packets = 0;
        long now;
        do {
            for (int i = 0; i < PACKETS_AT_ONCE; i++) {
                blackhole.consume(contender.run());
            }
            packets += PACKETS_AT_ONCE;
            now = System.nanoTime();
        } while (now - began < TURN_NANOS);
        return (now - began) / (double) packets;
    }
}
