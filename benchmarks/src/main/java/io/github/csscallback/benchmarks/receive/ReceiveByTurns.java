package io.github.csscallback.benchmarks.receive;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Locale;
import org.openjdk.jmh.infra.Blackhole;

/**
 * The receiver and one other contender of {@link ReceiveBenchmark} by turns, five milliseconds each, and the ratio
 * of each two turns. JMH measures one after the other, minutes apart: where others share the machine, its speed has changed
 * by then. Here it changes for both.
 */
public final class ReceiveByTurns {

    private static final int WARM_UP = 200;
    private static final int PAIRS = 400;
    private static final long TURN_NANOS = 5_000_000;
    private static final int PACKETS_AT_ONCE = 100;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private ReceiveByTurns() {}

    /**
     * Measures.
     *
     * @param args the type of packet, and the other contender: one of {@link ReceiveBenchmark} or {@link WebhookPeers}
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
        int size = new SignedPackets(benchmark.type).next().length;
        Contender other = switch (args[1]) {
            case "bindOnly" -> () -> benchmark.bindOnly(log);
            case "handWritten" -> () -> benchmark.handWritten(log);
            case "handWrittenFormat" -> () -> benchmark.handWrittenFormat(log);
            case "stripe" -> WebhookPeers.stripe(size);
            case "line" -> WebhookPeers.line(size);
            case "standardWebhooks" -> WebhookPeers.standardWebhooks(size);
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
        double one = Arrays.stream(receiveNanos).min().orElseThrow();
        double two = Arrays.stream(otherNanos).min().orElseThrow();
        long ourBytes = bytes(receive, blackhole);
        long theirBytes = bytes(other, blackhole);
        System.out.printf(
                Locale.ROOT,
                "type %s (%d bytes)  receive %.0f ns, %d B  %s %.0f ns, %d B  ratio: time %.2f, bytes %.2f;"
                        + " of neighbours: quarter %.2f, median %.2f, three quarters %.2f%n",
                args[0],
                size,
                one,
                ourBytes,
                args[1],
                two,
                theirBytes,
                one / two,
                ourBytes / (double) theirBytes,
                ratios[PAIRS / 4],
                ratios[PAIRS / 2],
                ratios[3 * PAIRS / 4]);
    }

    /** Allocated bytes for each packet. */
    private static long bytes(Contender contender, Blackhole blackhole) throws Exception {
        int packets = 50_000;
        long before = THREADS.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < packets; i++) {
            blackhole.consume(contender.run());
        }
        return (THREADS.getCurrentThreadAllocatedBytes() - before) / packets;
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
