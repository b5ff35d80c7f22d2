package io.github.csscallback.receiver;

import io.github.csscallback.core.event.CallbackEvent;
import io.github.csscallback.core.event.EventType;
import java.util.Map;

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

    boolean allowsUnsigned() {
        return !unsigned.isEmpty();
    }

    boolean allowsUnsigned(EventType type) {
        return unsigned.containsKey(type);
    }

    /** Calls the one handler for a delivery. */
    void handle(Received<CallbackEvent> received) throws Exception {
        EventType type = received.event().type();
        if (received.verificationResult().isValid()) {
            signed.getOrDefault(type, otherwise).handle(new Delivery<>(received));
            return;
        }
        UnsignedCallbackHandler<CallbackEvent> handler = unsigned.get(type);
        if (handler == null) {
            throw new IllegalStateException("an unsigned delivery of a type that must be signed: " + type);
        }
        handler.handle(new UnsignedDelivery<>(received));
    }
}
