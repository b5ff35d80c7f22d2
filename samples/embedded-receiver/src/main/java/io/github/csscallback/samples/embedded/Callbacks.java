package io.github.csscallback.samples.embedded;

import io.github.csscallback.core.event.RecordEvent;
import io.github.csscallback.core.event.StreamBeginEvent;
import io.github.csscallback.core.signature.CallbackKeys;
import io.github.csscallback.receiver.CallbackReceiver;
import io.github.csscallback.receiver.Delivery;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The application's handlers, in one receiver that is created once. */
final class Callbacks {

    private static final Logger LOG = LoggerFactory.getLogger(Callbacks.class);

    private Callbacks() {}

    static CallbackReceiver receiver(CallbackKeys keys, RecordingArchive archive) {
        return CallbackReceiver.builder()
                .keys(keys)
                // A handler that returns accepts the event: the response is 200, and CSS does not send it again.
                // One that throws does not: the response is 500, and CSS tries again in a minute. So do the work that
                // must not be lost before you return.
                .on(RecordEvent.class, delivery -> archive(delivery, archive))
                .on(
                        StreamBeginEvent.class,
                        delivery -> LOG.info("live: {}", delivery.event().liveStream()))
                // Everything else, also event types that CSS adds later. Returning means: do not send it again.
                .otherwise(
                        delivery -> LOG.info("not handled: {}", delivery.event().type()))
                .build();
    }

    private static void archive(Delivery<RecordEvent> delivery, RecordingArchive archive) {
        RecordEvent event = delivery.event();
        String url = event.videoUrl();
        if (url == null || url.isBlank()) {
            // Any field may be missing. A retry would bring the same packet, so there is no point in throwing.
            LOG.warn("a recording of {} without an address", event.liveStream());
            return;
        }
        // A delivery can come twice: after a restart, or to a second process. Its idempotency key, or better one of
        // your
        // own domain such as file_id, makes the second time harmless.
        String key = event.fileId() != null ? event.fileId() : String.valueOf(delivery.idempotencyKey());
        // Addresses are as sent; a real one had a blank at its end.
        archive.put(
                key,
                new RecordingArchive.Recording(String.valueOf(event.liveStream().streamName()), url.strip()));
    }
}
