package io.github.csscallback.samples.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.csscallback.core.event.EventType;
import io.github.csscallback.core.signature.CallbackKey;
import io.github.csscallback.core.signature.CallbackKeys;
import io.github.csscallback.receiver.CallbackReceiver;
import io.github.csscallback.receiver.server.CallbackServer;
import io.github.csscallback.testkit.junit.CssSimulatorExtension;
import io.github.csscallback.testkit.simulator.CssSimulator;
import io.github.csscallback.testkit.simulator.DeliveryState;
import io.github.csscallback.testkit.simulator.SimulatedEvent;
import io.github.csscallback.testkit.simulator.SimulatedStream;
import io.github.csscallback.testkit.simulator.fault.Fault;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(CssSimulatorExtension.class)
class RoomCallbacksTest {

    private static final CallbackKey KEY = CallbackKey.of("abc123");

    private final RoomBoard board = new RoomBoard();
    private final ArchiveWithOutages archive = new ArchiveWithOutages();
    private final CssSimulator css;
    private final CallbackReceiver receiver;
    private CallbackServer server;

    RoomCallbacksTest(CssSimulator css) {
        this.css = css;
        receiver = RoomCallbacks.receiver(CallbackKeys.of(KEY), css.clock(), board, archive);
        server = CallbackServer.builder(receiver).start();
        css.bind("push.example.com", "live", server.uri(), KEY);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private SimulatedStream push(String room) {
        return css.push("push.example.com", "live", room);
    }

    @Test
    void aRoomIsOnlineUntilItsPushEnds() {
        SimulatedStream stream = push("room-1");
        assertThat(board.isOnline("room-1")).isTrue();

        css.advance(Duration.ofHours(2));
        stream.interrupt();
        assertThat(board.isOnline("room-1")).isFalse();
    }

    @Test
    void aDuplicateRecordingIsKeptOnce() {
        css.nextFaults(EventType.RECORD, Fault.cutAfterResponse()); // handled, but the response is lost

        SimulatedEvent recording = push("room-1").send(EventType.RECORD);
        css.settle(); // advances time until no event is pending

        assertThat(recording.attempts()).hasSize(2);
        assertThat(archive.kept()).hasSize(1);
    }

    @Test
    void aRecordingSurvivesAnOutageOfTheArchive() {
        archive.goDown();
        SimulatedEvent recording = push("room-1")
                .send(EventType.RECORD, packet -> packet.with("video_url", "https://vod.example.com/room-1.mp4"));
        css.advance(Duration.ofMinutes(5));
        assertThat(recording.state()).isEqualTo(DeliveryState.PENDING);

        archive.comeBack();
        css.advance(Duration.ofMinutes(1));
        assertThat(recording.state()).isEqualTo(DeliveryState.ACKNOWLEDGED);
        assertThat(archive.kept()).containsExactly("room-1 https://vod.example.com/room-1.mp4");
    }

    @Test
    void anEventSurvivesAnOutageOfTheReceiver() {
        int port = server.port();
        server.close();
        push("room-1");
        css.advance(Duration.ofMinutes(10));

        server = CallbackServer.builder(receiver).port(port).start();
        css.settle();
        assertThat(board.isOnline("room-1")).isTrue();
    }

    @Test
    void anEndBeforeItsBeginEndsTheRoom() {
        css.nextFaults(Fault.reordered());
        push("room-1").interrupt();
        css.settle();

        assertThat(css.attempts())
                .extracting(attempt -> attempt.type())
                .containsExactly(EventType.STREAM_END, EventType.STREAM_BEGIN);
        assertThat(board.isOnline("room-1")).isFalse();
    }

    @Test
    void theEndOfAReplacedStreamDoesNotEndTheNewOne() {
        push("room-1");
        SimulatedStream second = push("room-1"); // begins before the end event of the first
        assertThat(board.isOnline("room-1")).isTrue();

        second.interrupt();
        assertThat(board.isOnline("room-1")).isFalse();
    }

    @Test
    void aForgedEndHasNoEffect() {
        SimulatedStream stream = push("room-1");
        css.nextFaults(Fault.wrongKey().onEveryAttempt());
        SimulatedEvent forged = stream.interrupt();
        css.settle();

        assertThat(forged.attempts())
                .allSatisfy(attempt -> assertThat(attempt.status()).isEqualTo(403));
        assertThat(board.isOnline("room-1")).isTrue();
    }
}
