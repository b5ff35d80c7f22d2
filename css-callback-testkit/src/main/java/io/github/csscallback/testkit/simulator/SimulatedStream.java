package io.github.csscallback.testkit.simulator;

import io.github.csscallback.core.event.EventType;
import io.github.csscallback.testkit.SamplePacket;
import io.github.csscallback.testkit.internal.packet.StreamName;
import java.time.Instant;
import java.util.function.UnaryOperator;

/**
 * A push session of a stream, from {@link CssSimulator#push} until it is interrupted or replaced. Safe for use by several
 * threads.
 */
public final class SimulatedStream {

    private final StreamRegistry streams;
    private final StreamName stream;
    private final String sequence;
    private final Instant begunAt;
    private final SimulatedEvent beginEvent;

    SimulatedStream(
            StreamRegistry streams, StreamName stream, String sequence, Instant begunAt, SimulatedEvent beginEvent) {
        this.streams = streams;
        this.stream = stream;
        this.sequence = sequence;
        this.begunAt = begunAt;
        this.beginEvent = beginEvent;
    }

    public String pushDomain() {
        return stream.pushDomain();
    }

    public String appName() {
        return stream.appName();
    }

    public String name() {
        return stream.name();
    }

    /** The id of the session, nineteen digits: {@code sequence} in the packets of its begin and its end. */
    public String sequence() {
        return sequence;
    }

    /** When the push began, in the simulator's time. */
    public Instant begunAt() {
        return begunAt;
    }

    /** Whether the session is live: not interrupted, not replaced by a push of the same name, not discarded by a reset. */
    public boolean isLive() {
        return streams.isLive(this);
    }

    /** The event of the session's begin, also if there was no address to send it to. */
    public SimulatedEvent beginEvent() {
        return beginEvent;
    }

    /** Emits an event of the given type on this stream, as {@link CssSimulator#send(EventType, String, String, String)}. */
    public SimulatedEvent send(EventType type) {
        return send(type, UnaryOperator.identity());
    }

    /**
     * Emits an event of the given type with a changed packet.
     *
     * @param type the event type
     * @param change changes the packet before it is signed
     */
    public SimulatedEvent send(EventType type, UnaryOperator<SamplePacket> change) {
        return streams.send(type, stream, sequence, change);
    }

    /**
     * Ends the push and emits its end event, with the session's {@code sequence} and duration.
     *
     * @return the end event
     * @throws IllegalStateException if the session is not live
     */
    public SimulatedEvent interrupt() {
        return interrupt(UnaryOperator.identity());
    }

    /**
     * Ends the push with a changed packet, such as another {@code errcode}.
     *
     * @param change changes the packet before it is signed
     * @return the end event
     * @throws IllegalStateException if the session is not live
     */
    public SimulatedEvent interrupt(UnaryOperator<SamplePacket> change) {
        return streams.interrupt(this, change);
    }

    StreamName streamName() {
        return stream;
    }

    /** Stream and session. */
    @Override
    public String toString() {
        return stream + ", session " + sequence;
    }
}
