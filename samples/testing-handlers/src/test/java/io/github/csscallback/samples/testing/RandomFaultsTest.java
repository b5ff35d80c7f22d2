package io.github.csscallback.samples.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.csscallback.core.signature.CallbackKey;
import io.github.csscallback.core.signature.CallbackKeys;
import io.github.csscallback.receiver.CallbackReceiver;
import io.github.csscallback.receiver.server.CallbackServer;
import io.github.csscallback.testkit.junit.CssSimulatorExtension;
import io.github.csscallback.testkit.simulator.CssSimulator;
import io.github.csscallback.testkit.simulator.SimulatedStream;
import io.github.csscallback.testkit.simulator.fault.Fault;
import io.github.csscallback.testkit.simulator.fault.RandomFaults;
import java.time.Duration;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The board is right in the end, in spite of random faults. */
class RandomFaultsTest {

    private static final CallbackKey KEY = CallbackKey.of("abc123");

    // A random seed for each test. The report of a failure contains it; RandomFaults.seeded(...) reproduces the faults.
    @RegisterExtension
    final CssSimulatorExtension simulator =
            CssSimulatorExtension.with(builder -> builder.randomFaults(RandomFaults.random()
                    .probability(0.5)
                    .only(
                            Fault.duplicate(),
                            Fault.reordered(),
                            Fault.heldBack(Duration.ofMinutes(3)),
                            Fault.mangledBody().onAttempts(2),
                            Fault.cutInRequest(),
                            Fault.cutBeforeResponse(),
                            Fault.cutAfterResponse().onAttempts(3))));

    @RepeatedTest(5)
    void theBoardIsRightInTheEnd(CssSimulator css) {
        RoomBoard board = new RoomBoard();
        CallbackReceiver receiver = RoomCallbacks.receiver(CallbackKeys.of(KEY), css.clock(), board, (room, url) -> {});
        try (CallbackServer server = CallbackServer.builder(receiver).start()) {
            css.bind("push.example.com", "live", server.uri(), KEY);
            for (int i = 0; i < 30; i++) {
                SimulatedStream stream = css.push("push.example.com", "live", "room-" + i % 10);
                css.advance(Duration.ofSeconds(20));
                if (i % 3 == 0) {
                    stream.interrupt();
                }
            }
            css.settle();

            assertThat(board.online())
                    .containsExactlyInAnyOrderElementsOf(css.liveStreams().stream()
                            .map(SimulatedStream::name)
                            .toList());
        }
    }
}
