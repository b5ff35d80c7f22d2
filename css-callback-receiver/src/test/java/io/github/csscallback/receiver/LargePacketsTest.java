package io.github.csscallback.receiver;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Large packets cost in proportion to their length, however they are made, and are bounded. */
class LargePacketsTest {

    private static final int MANY = 40_000;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    @Test
    void fortyThousandMembersCostAboutWhatAnyPacketOfTheirSizeDoes() {
        assertNotMuchSlower(members(MANY, i -> "member_" + i));
    }

    @Test
    void norDoTheyIfAllTheirNamesHaveTheSameHash() {
        assertNotMuchSlower(members(MANY / 2, LargePacketsTest::nameOfOneHash));
        assertThat(nameOfOneHash(1)).hasSameHashCodeAs(nameOfOneHash(MANY)).isNotEqualTo(nameOfOneHash(MANY));
    }

    @Test
    void aNameThatStandsTwiceIsFoundAmongFortyThousand() {
        for (int first : new int[] {0, 46, 47, 48, 49, MANY / 2, MANY - 2}) {
            byte[] packet = members(MANY, i -> i == MANY - 1 ? "member_" + first : "member_" + i);
            assertThat(Counter.open().post(packet).outcome().explanation())
                    .startsWith("unreadable: a name stands twice in one object (line 1, byte ");
        }
    }

    @Test
    void aNameThatStandsTwiceIsFoundInAnObjectOfAnySize() {
        for (int size = 2; size < 120; size++) {
            for (int first : new int[] {0, (size - 1) / 2, size - 2}) {
                int last = size - 1;
                String object = IntStream.range(0, size)
                        .mapToObj(i -> "\"m" + (i == last ? first : i) + "\":[]")
                        .collect(Collectors.joining(",", "{", "}"));
                byte[] packet = SignedPackets.of("\"event_type\":999,\"object\":" + object);
                assertThat(Counter.open().post(packet).status())
                        .as("%s of %s", first, size)
                        .isEqualTo(400);
            }
        }
    }

    @Test
    void theNumberOfValuesIsBounded() {
        assertThat(Counter.open().post(array(99_000)).status()).isEqualTo(200);
        assertThat(Counter.open().post(array(100_001)).outcome().explanation())
                .startsWith("unreadable: more than 100000 values (line 1, byte ");
    }

    @Test
    void aTextAsLongAsTheBodyMayBeIsRead() {
        Counter counter = Counter.open();

        assertThat(counter.post(SignedPackets.of("\"event_type\":999,\"text\":\"" + "直".repeat(340_000) + "\""))
                        .status())
                .isEqualTo(200);
        assertThat(counter.dispatched().get(0).event().fields().text("text")).hasSize(340_000);
    }

    private static void assertNotMuchSlower(byte[] packet) {
        byte[] plain = SignedPackets.of("\"event_type\":999,\"text\":\"" + "x".repeat(packet.length - 120)
                + "\",\"list\":[" + "\"y\",".repeat(10) + "1]");
        long least = fastest(plain);
        long found = fastest(packet);

        // A search through all names before would take hundreds of times as long.
        assertThat(found)
                .as("nanoseconds, against %s for a plain packet of the same size", least)
                .isLessThan(40 * least + 100_000_000);
    }

    private static long fastest(byte[] packet) {
        long fastest = Long.MAX_VALUE;
        for (int i = 0; i < 5; i++) {
            Counter counter = Counter.open();
            // What this thread worked, so that it does not matter what else the machine does.
            long began = THREADS.getCurrentThreadCpuTime();
            CallbackResponse reply = counter.post(packet.clone());
            fastest = Math.min(fastest, THREADS.getCurrentThreadCpuTime() - began);
            assertThat(reply.status()).isEqualTo(200);
        }
        return fastest;
    }

    private static byte[] members(int count, IntFunction<String> name) {
        String members = IntStream.range(0, count)
                .mapToObj(i -> "\"" + name.apply(i) + "\":1")
                .collect(Collectors.joining(","));
        return SignedPackets.of("\"event_type\":999," + members);
    }

    /** "Aa" and "BB" have the same hash, and so has any row of them. */
    private static String nameOfOneHash(int number) {
        StringBuilder name = new StringBuilder();
        for (int bit = 0; bit < 16; bit++) {
            name.append((number >> bit & 1) == 0 ? "Aa" : "BB");
        }
        return name.toString();
    }

    private static byte[] array(int size) {
        return ("{\"event_type\":999," + SignedPackets.SIGNATURE + ",\"list\":[" + "1,".repeat(size - 1) + "1]}")
                .getBytes(StandardCharsets.US_ASCII);
    }
}
