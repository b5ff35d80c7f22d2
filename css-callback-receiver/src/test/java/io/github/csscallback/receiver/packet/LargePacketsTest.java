package io.github.csscallback.receiver.packet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.management.ThreadMXBean;
import io.github.csscallback.core.field.UnreadablePacketException;
import io.github.csscallback.receiver.CallbackResponse;
import io.github.csscallback.receiver.internal.read.PacketReader;
import java.lang.management.ManagementFactory;
import java.util.Objects;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Large packets cost in proportion to their length, however they are made, and are bounded. */
class LargePacketsTest {

    /** With event_type, t and sign as many as one object may have. */
    private static final int MOST = 997;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @Test
    void anObjectOfAThousandMembersIsRead() {
        assertThat(Counter.open().post(packet(object(MOST, i -> "member_" + i))).status())
                .isEqualTo(200);
    }

    @Test
    void anObjectOfMoreMembersIsRejected() {
        assertRejected(packet(object(MOST + 1, i -> "member_" + i)), "more than 1000 members in one object");
        assertRejected(
                packet("\"object\":{" + object(1_001, i -> "member_" + i) + "}"),
                "more than 1000 members in one object");
    }

    /** As a stranger may send it: as large as a body may be, all names different. */
    @ParameterizedTest
    @ValueSource(strings = {"n", "\u76f4", "\\u0061"})
    void aPacketOfManyNamesIsRejectedEarly(String prefix) {
        byte[] packet = packet(object(990_000 / (8 + prefix.length()), i -> prefix + i));
        PacketReader reader = new PacketReader(false);
        UnreadablePacketException rejected = null;
        long allocated = Long.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            long before = THREADS.getCurrentThreadAllocatedBytes();
            rejected = catchThrowableOfType(UnreadablePacketException.class, () -> reader.read(packet));
            allocated = Math.min(allocated, THREADS.getCurrentThreadAllocatedBytes() - before);
        }

        assertThat(rejected).hasMessageStartingWith("more than 1000 members in one object (line 1, byte ");
        assertThat(Objects.requireNonNull(rejected).column()).isLessThan(20_000);
        assertThat(allocated).isLessThan(200_000);
    }

    @Test
    void thousandsOfNamesOfTheSameHashCostAboutWhatAnyPacketOfTheirSizeDoes() {
        String object = "{" + object(1_000, LargePacketsTest::nameOfOneHash) + "}";
        assertThat(nameOfOneHash(1)).hasSameHashCodeAs(nameOfOneHash(999)).isNotEqualTo(nameOfOneHash(999));

        assertNotMuchSlower(packet("\"objects\":[" + (object + ",").repeat(8) + object + "]"));
    }

    @Test
    void aNameThatStandsTwiceIsFoundAmongAThousand() {
        for (int first : new int[] {0, 1, 500, MOST - 2}) {
            assertRejected(
                    packet(object(MOST, i -> i == MOST - 1 ? "member_" + first : "member_" + i)),
                    "a name stands twice in one object");
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

    @ParameterizedTest
    @ValueSource(strings = {"1", "{}", "[]", "\"x\""})
    void theNumberOfValuesIsBounded(String value) {
        int around = 5; // the packet, its event_type, t and sign, and the list
        assertThat(Counter.open().post(list(10_000 - around, value)).status()).isEqualTo(200);
        assertRejected(list(10_001 - around, value), "more than 10000 values");
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
            CallbackResponse response = counter.post(packet.clone());
            fastest = Math.min(fastest, THREADS.getCurrentThreadCpuTime() - began);
            assertThat(response.status()).isEqualTo(200);
        }
        return fastest;
    }

    private static void assertRejected(byte[] packet, String reason) {
        assertThat(Counter.open().post(packet).outcome().explanation())
                .startsWith("unreadable: " + reason + " (line 1, byte ");
    }

    private static String object(int size, IntFunction<String> name) {
        return IntStream.range(0, size)
                .mapToObj(i -> "\"" + name.apply(i) + "\":1")
                .collect(Collectors.joining(","));
    }

    private static byte[] packet(String members) {
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

    private static byte[] list(int size, String value) {
        return packet("\"list\":[" + (value + ",").repeat(size - 1) + value + "]");
    }
}
