package io.github.csscallback.testkit.simulator;

import io.github.csscallback.core.event.EventType;
import io.github.csscallback.testkit.SamplePacket;
import io.github.csscallback.testkit.internal.packet.StreamName;
import java.time.Instant;
import java.util.function.UnaryOperator;

/**
 * One push session of a stream, from {@link CssSimulator#push} until it is interrupted or replaced. Safe for use by several
 * threads.
 */
public final class SimulatedStream {

    private final Events events;
    private final StreamName stream;
    private final String sequence;
    private final Instant begunAt;
    private final SimulatedDelivery begun;

    SimulatedStream(Events events, StreamName stream, String sequence, Instant begunAt, SimulatedDelivery begun) {
        this.events = events;
        this.stream = stream;
        this.sequence = sequence;
        this.begunAt = begunAt;
        this.begun = begun;
    }

    /**
     * The push domain.
     *
     * @return as given to push
     */
    public String domain() {
        return stream.domain();
    }

    /**
     * The push path.
     *
     * @return as given to push
     */
    public String app() {
        return stream.app();
    }

    /**
     * The stream's name.
     *
     * @return as given to push
     */
    public String name() {
        return stream.name();
    }

    /**
     * The name of the push session: what {@code sequence} holds in the packets of its begin and its end.
     *
     * @return nineteen digits
     */
    public String sequence() {
        return sequence;
    }

    /**
     * When the push began.
     *
     * @return the simulator's time
     */
    public Instant begunAt() {
        return begunAt;
    }

    /**
     * Whether the session goes on.
     *
     * @return false once it was interrupted, replaced by a push of the same name, or forgotten by a reset
     */
    public boolean isLive() {
        return events.isLive(this);
    }

    /**
     * The delivery of its begin.
     *
     * @return the delivery, also if there was nowhere to send it
     */
    public SimulatedDelivery begun() {
        return begun;
    }

    /**
     * Has something else happen on the stream, as {@link CssSimulator#send(EventType, String, String, String)}.
     *
     * @param type the kind of event
     * @return its delivery
     */
    public SimulatedDelivery send(EventType type) {
        return send(type, UnaryOperator.identity());
    }

    /**
     * Has something else happen on the stream, with other members in its packet.
     *
     * @param type the kind of event
     * @param change what to change in the packet
     * @return its delivery
     */
    public SimulatedDelivery send(EventType type, UnaryOperator<SamplePacket> change) {
        return events.send(type, stream, sequence, change);
    }

    /**
     * Ends the push: the event of its end goes out, with the session's {@code sequence} and how long it lasted.
     *
     * @return the delivery of its end
     * @throws IllegalStateException if it is not live
     */
    public SimulatedDelivery interrupt() {
        return interrupt(UnaryOperator.identity());
    }

    /**
     * Ends the push, with other members in the packet, such as another {@code errcode}.
     *
     * @param change what to change in the packet
     * @return the delivery of its end
     * @throws IllegalStateException if it is not live
     */
    public SimulatedDelivery interrupt(UnaryOperator<SamplePacket> change) {
        return events.interrupt(this, change);
    }

    StreamName streamName() {
        return stream;
    }

    /**
     * Which stream and session.
     *
     * @return a short text
     */
    @Override
    public String toString() {
        return stream + ", session " + sequence;
    }
}
