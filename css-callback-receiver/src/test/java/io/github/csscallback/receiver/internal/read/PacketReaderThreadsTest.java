package io.github.csscallback.receiver.internal.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.csscallback.core.internal.Members;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** One reader serves all threads, and uses its tools again: a packet must not end up in another thread's. */
@Timeout(60)
class PacketReaderThreadsTest {

    private static final int THREADS = 4;
    private static final int PACKETS = 20_000;

    @Test
    void threadsThatReadAtOnceDoNotSeeEachOthersPackets() throws Exception {
        PacketReader reader = new PacketReader(false);
        CyclicBarrier start = new CyclicBarrier(THREADS);
        List<CompletableFuture<Long>> threads = new ArrayList<>();
        for (int thread = 0; thread < THREADS; thread++) {
            int own = thread;
            threads.add(CompletableFuture.supplyAsync(
                    () -> readsThatWereWrong(reader, own, start), task -> new Thread(task).start()));
        }
        for (CompletableFuture<Long> thread : threads) {
            assertThat(thread.get(60, TimeUnit.SECONDS)).isZero();
        }
    }

    private static long readsThatWereWrong(PacketReader reader, int thread, CyclicBarrier start) {
        // As many members as the thread's number is high: places on another's tape are wrong on this one.
        String name = "member_of_thread_" + thread;
        String json = "{\"event_type\":100," + "\"x\":[" + "1,".repeat(40 * thread) + "0]," + "\"" + name + "\":\""
                + thread + "\"}";
        byte[] packet = json.getBytes(StandardCharsets.UTF_8);
        await(start);
        long wrong = 0;
        for (int i = 0; i < PACKETS; i++) {
            Members members = reader.read(packet).members();
            int at = members.find(name);
            if (at == Members.NONE || !members.text(at).equals(Integer.toString(thread))) {
                wrong++;
            }
        }
        return wrong;
    }

    private static void await(CyclicBarrier start) {
        try {
            start.await(30, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException("the other threads did not start", e);
        }
    }
}
