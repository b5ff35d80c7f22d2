package com.example.streams;

import io.github.csscallback.core.event.RecordEvent;
import io.github.csscallback.core.signature.CallbackKey;
import io.github.csscallback.core.signature.CallbackKeys;
import io.github.csscallback.receiver.CallbackReceiver;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A user's class: keeps the addresses of recordings. */
public final class Recordings {

    private final List<String> addresses = new CopyOnWriteArrayList<>();

    /** Has none at first. */
    public Recordings() {}

    /** The receiver that fills it. */
    public CallbackReceiver receiver(String key) {
        return CallbackReceiver.builder()
                .keys(CallbackKeys.of(CallbackKey.of(key)))
                .on(
                        RecordEvent.class,
                        delivery -> addresses.add(delivery.event().videoUrl()))
                .otherwise(delivery -> {})
                .build();
    }

    /** What it has. */
    public List<String> addresses() {
        return List.copyOf(addresses);
    }
}
