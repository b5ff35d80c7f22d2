package io.github.csscallback.cli.demo;

import io.github.csscallback.cli.process.CommandFailureException;
import io.github.csscallback.core.event.EventType;
import io.github.csscallback.core.signature.CallbackKey;
import io.github.csscallback.core.signature.CallbackKeys;
import io.github.csscallback.receiver.CallbackReceiver;
import io.github.csscallback.receiver.server.CallbackServer;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;

/** The demo's receiver: a handler for every known event type, another for the rest, and a server that can be closed. */
public final class DemoReceiver implements AutoCloseable {

    /** The event types that CSS sends without a signature. */
    private static final Set<EventType> UNSIGNED_BY_NATURE = Set.of(EventType.RELAY, EventType.MONITOR);

    private final CallbackKey key;
    private final DemoRecorder recorder = new DemoRecorder();
    private final CallbackReceiver receiver;
    private CallbackServer server;

    /**
     * Listens on a free port.
     *
     * @param clock the simulator's: what is stale must be so for both
     */
    DemoReceiver(CallbackKey key, Clock clock) {
        this.key = key;
        CallbackReceiver.Builder builder = CallbackReceiver.builder()
                .keys(CallbackKeys.of(key.labelled("demo")))
                .clock(clock)
                .listener(recorder)
                .otherwise(delivery -> recorder.handledOtherwise(delivery.event(), delivery.idempotencyKey()));
        for (EventType type : EventType.known()) {
            if (UNSIGNED_BY_NATURE.contains(type)) {
                builder.onUnsigned(
                        type, delivery -> recorder.handled("its handler for unsigned ones", delivery.idempotencyKey()));
            } else {
                builder.on(type, delivery -> recorder.handled("its handler", delivery.idempotencyKey()));
            }
        }
        this.receiver = builder.build();
        this.server = start(0);
    }

    private CallbackServer start(int port) {
        try {
            return CallbackServer.builder(receiver)
                    .port(port)
                    .closeTimeout(Duration.ofSeconds(2))
                    .start();
        } catch (UncheckedIOException e) {
            throw new CommandFailureException("the receiver cannot listen: " + e.getMessage() + "; run the demo again");
        }
    }

    CallbackKey key() {
        return key;
    }

    URI address() {
        return server.uri();
    }

    DemoRecorder recorder() {
        return recorder;
    }

    /** Listens again on the port it had; what it remembers of deliveries stays. */
    void reopen() {
        server = start(server.port());
    }

    @Override
    public void close() {
        server.close();
    }
}
