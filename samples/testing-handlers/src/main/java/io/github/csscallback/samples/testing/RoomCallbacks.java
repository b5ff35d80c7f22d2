package io.github.csscallback.samples.testing;

import io.github.csscallback.core.event.CallbackEvent;
import io.github.csscallback.core.event.RecordEvent;
import io.github.csscallback.core.event.StreamBeginEvent;
import io.github.csscallback.core.event.StreamEndEvent;
import io.github.csscallback.core.signature.CallbackKeys;
import io.github.csscallback.receiver.CallbackReceiver;
import java.io.IOException;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The callback handlers of the application. */
final class RoomCallbacks {

    private static final Logger LOG = LoggerFactory.getLogger(RoomCallbacks.class);

    private final RoomBoard board;
    private final RecordingArchive archive;

    private RoomCallbacks(RoomBoard board, RecordingArchive archive) {
        this.board = board;
        this.archive = archive;
    }

    /** In the application the clock is the system clock, in tests that of the simulator. */
    static CallbackReceiver receiver(CallbackKeys keys, Clock clock, RoomBoard board, RecordingArchive archive) {
        RoomCallbacks callbacks = new RoomCallbacks(board, archive);
        return CallbackReceiver.builder()
                .keys(keys)
                .clock(clock)
                .on(StreamBeginEvent.class, delivery -> callbacks.begun(delivery.event()))
                .on(StreamEndEvent.class, delivery -> callbacks.ended(delivery.event()))
                .on(RecordEvent.class, delivery -> callbacks.recorded(delivery.event()))
                .otherwise(
                        delivery -> LOG.info("not handled: {}", delivery.event().type()))
                .build();
    }

    private void begun(StreamBeginEvent event) {
        String room = event.liveStream().streamName();
        String session = event.sequence();
        if (room == null || session == null) {
            logIncomplete(event);
            return;
        }
        board.begin(room, session);
    }

    private void ended(StreamEndEvent event) {
        String room = event.liveStream().streamName();
        String session = event.sequence();
        if (room == null || session == null) {
            logIncomplete(event);
            return;
        }
        board.end(room, session);
    }

    private void recorded(RecordEvent event) throws IOException {
        String room = event.liveStream().streamName();
        String url = event.videoUrl();
        if (room == null || url == null) {
            logIncomplete(event);
            return;
        }
        archive.keep(room, url.strip());
    }

    /** Any member may be missing. An exception would not help, as a retry has the same packet. */
    private static void logIncomplete(CallbackEvent event) {
        LOG.warn("a required member is missing in a {} of {}", event.type(), event.liveStream());
    }
}
