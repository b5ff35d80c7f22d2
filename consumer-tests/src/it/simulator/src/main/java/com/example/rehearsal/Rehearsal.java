package com.example.rehearsal;

import io.github.csscallback.core.event.StreamBeginEvent;
import io.github.csscallback.core.signature.CallbackKey;
import io.github.csscallback.core.signature.CallbackKeys;
import io.github.csscallback.receiver.CallbackReceiver;
import io.github.csscallback.receiver.server.CallbackServer;
import io.github.csscallback.testkit.simulator.CssSimulator;
import io.github.csscallback.testkit.simulator.SimulatedStream;
import io.github.csscallback.testkit.simulator.fault.Fault;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A user's program: plays a push, and its duplicate, to a receiver. */
public final class Rehearsal {

    private static final CallbackKey KEY = CallbackKey.of("k1");

    private Rehearsal() {}

    /** Prints the events that a receiver handled. */
    public static void main(String[] args) {
        System.out.println(play() + (hasJUnit() ? " with JUnit" : " without JUnit") + ", testkit in "
                + CssSimulator.class.getModule());
    }

    /** The streams whose events a receiver handled. */
    public static List<String> play() {
        List<String> begun = new CopyOnWriteArrayList<>();
        try (CssSimulator css = CssSimulator.builder().clockShared().start()) {
            CallbackReceiver receiver = CallbackReceiver.builder()
                    .keys(CallbackKeys.of(KEY))
                    .clock(css.clock())
                    .on(
                            StreamBeginEvent.class,
                            delivery -> begun.add(delivery.event().liveStream().streamName()))
                    .otherwise(delivery -> {})
                    .build();
            try (CallbackServer server = CallbackServer.builder(receiver).start()) {
                css.bind("push.example.com", "live", server.uri(), KEY);
                css.nextFaults(Fault.cutAfterResponse());
                SimulatedStream stream = css.push("push.example.com", "live", "room-1");
                css.settle();
                css.await().acknowledged(stream.beginEvent());
            }
        }
        return begun;
    }

    private static boolean hasJUnit() {
        try {
            Class.forName("org.junit.jupiter.api.extension.Extension");
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }
}
