package io.github.csscallback.testkit.simulator;

import io.github.csscallback.core.event.EventType;
import io.github.csscallback.testkit.SamplePacket;
import io.github.csscallback.testkit.internal.fault.FaultPlan;
import io.github.csscallback.testkit.internal.fault.FaultQueue;
import io.github.csscallback.testkit.internal.packet.EventPackets;
import io.github.csscallback.testkit.internal.packet.StreamName;
import io.github.csscallback.testkit.internal.route.Destination;
import io.github.csscallback.testkit.internal.route.Destinations;
import io.github.csscallback.testkit.internal.time.Scheduler;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The live streams, and the source of all events. Events are numbered in the order in which they occur, under a lock;
 * no user code runs while it is held. Safe for use by several threads.
 */
final class StreamRegistry {

    /**
     * The error code of a push that was replaced by a new one.
     *
     * @see <a href="https://www.tencentcloud.com/document/product/267/31083">End codes</a>
     */
    private static final int REPLACED = 21;

    private final Scheduler scheduler;
    private final EventPackets packets;
    private final Destinations destinations;
    private final FaultQueue faults;
    private final DeliverySender sender;
    private final DeliveryHistory history;

    private final Map<StreamName, SimulatedStream> live = new LinkedHashMap<>();
    private boolean closed;

    StreamRegistry(
            Scheduler scheduler,
            EventPackets packets,
            Destinations destinations,
            FaultQueue faults,
            DeliverySender sender,
            DeliveryHistory history) {
        this.scheduler = scheduler;
        this.packets = packets;
        this.destinations = destinations;
        this.faults = faults;
        this.sender = sender;
        this.history = history;
    }

    SimulatedStream push(StreamName name, UnaryOperator<SamplePacket> change) {
        checkOpen();
        Instant now = now();
        String sequence = packets.newSequence();
        SamplePacket begin = changed(packets.streamBegin(name, sequence, now), change);
        SimulatedStream stream;
        synchronized (this) {
            SimulatedEvent begun = happen(EventType.STREAM_BEGIN, name, begin, now);
            stream = new SimulatedStream(this, name, sequence, now, begun);
            SimulatedStream replaced = live.remove(name);
            live.put(name, stream);
            if (replaced != null) {
                SamplePacket end = endOf(replaced, now)
                        .with("errcode", REPLACED)
                        .with("errmsg", "The push was replaced by a new one");
                happen(EventType.STREAM_END, name, end, now);
            }
        }
        scheduler.catchUp();
        return stream;
    }

    SimulatedEvent interrupt(SimulatedStream stream, UnaryOperator<SamplePacket> change) {
        checkLive(stream);
        Instant now = now();
        SamplePacket end = changed(endOf(stream, now), change);
        SimulatedEvent ended;
        synchronized (this) {
            checkLive(stream); // still
            live.remove(stream.streamName());
            ended = happen(EventType.STREAM_END, stream.streamName(), end, now);
        }
        scheduler.catchUp();
        return ended;
    }

    /**
     * @param session the push session of the event; null for that of the live stream of this name
     */
    SimulatedEvent send(EventType type, StreamName name, @Nullable String session, UnaryOperator<SamplePacket> change) {
        checkOpen();
        Instant now = now();
        String sequence = session != null ? session : liveSequence(name);
        SamplePacket packet = changed(packets.of(type, name, sequence, destinations.consoleAddress(type), now), change);
        SimulatedEvent event;
        synchronized (this) {
            event = happen(type, name, packet, now);
        }
        scheduler.catchUp();
        return event;
    }

    private synchronized @Nullable String liveSequence(StreamName name) {
        SimulatedStream current = live.get(name);
        return current == null ? null : current.sequence();
    }

    private synchronized void checkLive(SimulatedStream stream) {
        checkOpen();
        if (!isLive(stream)) {
            throw new IllegalStateException(stream + " is not live any more; it ended once");
        }
    }

    synchronized boolean isLive(SimulatedStream stream) {
        return stream.equals(live.get(stream.streamName()));
    }

    /** The stream of this name that was pushed last, in any domain and path. */
    synchronized Optional<SimulatedStream> live(String name) {
        return live.values().stream()
                .filter(stream -> stream.name().equals(name))
                .reduce((earlier, later) -> later);
    }

    /** In the order in which they were pushed. */
    synchronized List<SimulatedStream> live() {
        return new ArrayList<>(live.values());
    }

    /** Removes the live streams and runs another reset atomically with that. */
    synchronized void reset(Runnable everythingElse) {
        live.clear();
        everythingElse.run();
    }

    /** From now on every call fails. */
    synchronized void close() {
        closed = true;
    }

    private synchronized void checkOpen() {
        if (closed) {
            throw new IllegalStateException("the simulator is closed");
        }
    }

    private Instant now() {
        return scheduler.clock().instant();
    }

    private SamplePacket endOf(SimulatedStream stream, Instant now) {
        return packets.streamEnd(stream.streamName(), stream.sequence(), Duration.between(stream.begunAt(), now), now);
    }

    private static SamplePacket changed(SamplePacket packet, UnaryOperator<SamplePacket> change) {
        return Objects.requireNonNull(change.apply(packet), "the change made the packet null");
    }

    private SimulatedEvent happen(EventType type, StreamName name, SamplePacket packet, Instant now) {
        checkOpen();
        Destination to = destinations.of(type, name.pushDomain(), name.appName());
        FaultPlan own = to instanceof Destination.Address ? faults.take(type) : FaultPlan.NONE;
        SimulatedEvent event = new SimulatedEvent(history.nextNumber(), type, name, now, packet, own);
        sender.take(event, to);
        return event;
    }
}
