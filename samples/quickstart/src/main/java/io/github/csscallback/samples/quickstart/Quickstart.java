package io.github.csscallback.samples.quickstart;

import io.github.csscallback.core.event.LiveStream;
import io.github.csscallback.core.event.RecordEvent;
import io.github.csscallback.core.event.StreamEndEvent;
import io.github.csscallback.core.signature.CallbackKey;
import io.github.csscallback.core.signature.CallbackKeys;
import io.github.csscallback.receiver.CallbackReceiver;
import io.github.csscallback.receiver.server.CallbackServer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** From nothing to a verified event. The key is in the environment: {@code CSS_CALLBACK_KEY}. */
public final class Quickstart {

    private static final Logger log = LoggerFactory.getLogger(Quickstart.class);

    private Quickstart() {}

    /**
     * Listens until it is stopped.
     *
     * @param args none
     */
    public static void main(String[] args) {
        CallbackReceiver receiver = CallbackReceiver.builder()
                .keys(CallbackKeys.of(CallbackKey.of(System.getenv("CSS_CALLBACK_KEY"))))
                .on(RecordEvent.class, d -> archive(d.event().videoUrl()))
                .on(
                        StreamEndEvent.class,
                        d -> markOffline(d.event().liveStream(), d.event().sequence()))
                .otherwise(d -> log.info("not handled: {}", d.event().type()))
                .build();

        CallbackServer server =
                CallbackServer.builder(receiver).port(8080).path("/css").start();
        log.info("listening on {}", server.uri());
        Runtime.getRuntime().addShutdownHook(new Thread(server::close));
    }

    private static void archive(String videoUrl) {
        log.info("recorded: {}", videoUrl);
    }

    private static void markOffline(LiveStream stream, String session) {
        log.info("offline: {}, session {}", stream, session);
    }
}
