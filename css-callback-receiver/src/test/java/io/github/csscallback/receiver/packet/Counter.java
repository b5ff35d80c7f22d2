package io.github.csscallback.receiver.packet;

import io.github.csscallback.core.event.CallbackEvent;
import io.github.csscallback.core.signature.CallbackKeys;
import io.github.csscallback.receiver.CallbackReceiver;
import io.github.csscallback.receiver.CallbackRequest;
import io.github.csscallback.receiver.CallbackResponse;
import io.github.csscallback.receiver.Delivery;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** A receiver whose clock stands still, and what it dispatched. */
public final class Counter {

    private final List<Delivery<CallbackEvent>> dispatched = new ArrayList<>();
    private final CallbackReceiver receiver;

    public Counter(CallbackKeys keys, Instant now) {
        this.receiver = CallbackReceiver.builder()
                .keys(keys)
                .clock(Clock.fixed(now, ZoneOffset.UTC))
                .otherwise(dispatched::add)
                .build();
    }

    /** A receiver for {@link SignedPackets}. */
    public static Counter open() {
        return new Counter(SignedPackets.KEYS, SignedPackets.SENT);
    }

    public CallbackResponse post(byte[] body) {
        return receiver.receive(CallbackRequest.post("/css", body));
    }

    public List<Delivery<CallbackEvent>> dispatched() {
        return dispatched;
    }
}
