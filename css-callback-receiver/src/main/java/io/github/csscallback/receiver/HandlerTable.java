package io.github.csscallback.receiver;

import io.github.csscallback.core.event.CallbackEvent;
import io.github.csscallback.core.event.EventType;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who handles which kind: exactly one for each delivery. */
final class HandlerTable {

    private final Map<EventType, CallbackHandler<CallbackEvent>> signed;
    private final Map<EventType, UnsignedCallbackHandler<CallbackEvent>> unsigned;
    private final CallbackHandler<CallbackEvent> otherwise;

    HandlerTable(
            Map<EventType, CallbackHandler<CallbackEvent>> signed,
            Map<EventType, UnsignedCallbackHandler<CallbackEvent>> unsigned,
            CallbackHandler<CallbackEvent> otherwise) {
        this.signed = Map.copyOf(signed);
        this.unsigned = Map.copyOf(unsigned);
        this.otherwise = otherwise;
    }

    CallbackHandler<CallbackEvent> handlerOf(EventType type) {
        return signed.getOrDefault(type, otherwise);
    }

    boolean allowsUnsigned() {
        return !unsigned.isEmpty();
    }

    @Nullable
    UnsignedCallbackHandler<CallbackEvent> unsignedHandlerOf(EventType type) {
        return unsigned.get(type);
    }
}
