package io.github.csscallback.cli.simulate.control;

import io.github.csscallback.core.event.CallbackEvent;
import io.github.csscallback.core.event.EventType;
import io.github.csscallback.core.signature.CallbackKey;
import io.github.csscallback.core.signature.CallbackKeys;
import io.github.csscallback.receiver.CallbackReceiver;
import io.github.csscallback.receiver.server.CallbackServer;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** A receiver of events, as a user has one. */
final class Shop implements AutoCloseable {

    private final List<CallbackEvent> events = new CopyOnWriteArrayList<>();
    private final CallbackReceiver receiver;
    private CallbackServer server;

    Shop() {
        this(event -> {});
    }

    Shop(Consumer<CallbackEvent> handler) {
        receiver = CallbackReceiver.builder()
                .keys(CallbackKeys.of(CallbackKey.of("k3y")))
                .otherwise(delivery -> {
                    handler.accept(delivery.event());
                    events.add(delivery.event());
                })
                .onUnsigned(EventType.RELAY, delivery -> events.add(delivery.event()))
                .build();
        server = CallbackServer.builder(receiver).start();
    }

    String address() {
        return server.uri().toString();
    }

    List<String> names() {
        return events.stream().map(event -> event.getClass().getSimpleName()).toList();
    }

    CallbackEvent last() {
        return events.get(events.size() - 1);
    }

    /** Opens again after it was closed, on the same port. */
    void reopen() {
        server = CallbackServer.builder(receiver).port(server.port()).start();
    }

    @Override
    public void close() {
        server.close();
    }
}
