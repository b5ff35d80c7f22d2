package io.github.csscallback.testkit.simulator;

import io.github.csscallback.core.event.EventType;
import io.github.csscallback.testkit.SamplePacket;
import io.github.csscallback.testkit.internal.fault.FaultPlan;
import io.github.csscallback.testkit.internal.packet.StreamName;
import io.github.csscallback.testkit.simulator.fault.Fault;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An event of {@link CssSimulator} with all attempts to deliver it. Its state advances while the simulator runs; each
 * value read is consistent in itself. Safe for use by several threads.
 *
 * <p><strong>Undocumented behaviour.</strong> Where nothing is documented about the deliveries of CSS, the simulator does
 * the following. Do not rely on CSS doing the same.
 *
 * <table>
 * <caption>Choices of the simulator for deliveries</caption>
 * <thead>
 * <tr><th scope="col">subject</th><th scope="col">simulator</th></tr>
 * </thead>
 * <tbody>
 * <tr><th scope="row">Retries of types other than 0, 1, 100, 200, 315, 317</th><td>{@link EventType#retrySchedule()}. The
 * interval is counted from the end of the previous attempt.</td></tr>
 * <tr><th scope="row">Address and key of a retry</th><td>Those in force at that time. Without an address the event is given
 * up.</td></tr>
 * <tr><th scope="row">{@code t} and {@code sign} of a retry</th><td>Renewed, unless {@link SignatureOnRetry} or a fault
 * changes it.</td></tr>
 * <tr><th scope="row">Signature of types that have no address in templates</th><td>None for 314 and 328; otherwise the key
 * of the template in force for the stream.</td></tr>
 * <tr><th scope="row">Response timeout of 321</th><td>5 seconds, equal to the packet's {@code timeout}; 20 seconds for all
 * other types.</td></tr>
 * <tr><th scope="row">Rules at several levels</th><td>The rule of the exact path takes precedence over the rule of the whole
 * domain, whose path is empty.</td></tr>
 * <tr><th scope="row">A push that replaces another of the same name</th><td>The begin event of the new session is sent before
 * the end event of the old one, whose {@code errcode} is 21.</td></tr>
 * <tr><th scope="row">Redirects</th><td>Not followed: only status 200 acknowledges.</td></tr>
 * <tr><th scope="row">Headers</th><td>Host, Content-Type {@code application/json}, Content-Length, Connection
 * {@code close}; HTTP/1.1, one connection per packet, no proxy.</td></tr>
 * <tr><th scope="row">TLS</th><td>The certificate must be trusted and match the host.</td></tr>
 * <tr><th scope="row">Long responses</th><td>Read up to 64 KiB; the status counts.</td></tr>
 * <tr><th scope="row">An event without an address</th><td>Not sent, also not later, and no callback record.</td></tr>
 * </tbody>
 * </table>
 */
public final class SimulatedEvent {

    private final long number;
    private final EventType type;
    private final StreamName stream;
    private final Instant occurredAt;
    private final SamplePacket packet;
    private final FaultPlan faults;
    private volatile Progress progress;
    /** Written and read only by the thread that makes the current attempt. */
    private volatile @Nullable SignedPacket firstSigned;

    /** The mutable state, replaced as a whole. */
    private record Progress(
            DeliveryState state,
            List<DeliveryAttempt> attempts,
            @Nullable URI address,
            @Nullable Instant nextAttemptAt,
            @Nullable String notSentReason) {}

    SimulatedEvent(
            long number, EventType type, StreamName stream, Instant occurredAt, SamplePacket packet, FaultPlan faults) {
        this.number = number;
        this.type = type;
        this.stream = stream;
        this.occurredAt = occurredAt;
        this.packet = packet;
        this.faults = faults;
        this.progress = new Progress(DeliveryState.PENDING, List.of(), null, occurredAt, null);
    }

    /** The position in the order of events, from 1. */
    public long number() {
        return number;
    }

    public EventType type() {
        return type;
    }

    public String pushDomain() {
        return stream.pushDomain();
    }

    public String appName() {
        return stream.appName();
    }

    public String streamName() {
        return stream.name();
    }

    /** When the event occurred, in the simulator's time. */
    public Instant occurredAt() {
        return occurredAt;
    }

    /** The packet before it is signed; {@link DeliveryAttempt#requestBody()} has the bytes of each attempt. */
    public SamplePacket packet() {
        return packet;
    }

    /** The address in force when it was last looked up, or null if there was none. */
    public @Nullable URI address() {
        return progress.address;
    }

    public DeliveryState state() {
        return progress.state;
    }

    /** Why there was no address to send the event to: when it occurred, or later, for a retry. Otherwise null. */
    public @Nullable String notSentReason() {
        return progress.notSentReason;
    }

    /** The attempts so far in order, duplicates included; unmodifiable. */
    public List<DeliveryAttempt> attempts() {
        return progress.attempts;
    }

    /** The simulator's time of the next attempt, or null unless pending. A reordered event may be sent earlier. */
    public @Nullable Instant nextAttemptAt() {
        return progress.nextAttemptAt;
    }

    /** The faults requested or drawn at random for this event; unmodifiable. */
    public List<Fault> faults() {
        return faults.all();
    }

    FaultPlan faultPlan() {
        return faults;
    }

    StreamName stream() {
        return stream;
    }

    @Nullable
    SignedPacket firstSigned() {
        return firstSigned;
    }

    void signedFirst(SignedPacket signed) {
        firstSigned = signed;
    }

    /** The number of attempts without duplicates. */
    int tries() {
        List<DeliveryAttempt> made = progress.attempts;
        return made.isEmpty() ? 0 : made.get(made.size() - 1).number();
    }

    void plan(URI address, Instant nextAttemptAt) {
        progress = new Progress(DeliveryState.PENDING, progress.attempts, address, nextAttemptAt, null);
    }

    void plan(Instant nextAttemptAt) {
        progress = new Progress(
                DeliveryState.PENDING, progress.attempts, progress.address, nextAttemptAt, progress.notSentReason);
    }

    void add(DeliveryAttempt attempt) {
        List<DeliveryAttempt> more = new ArrayList<>(progress.attempts);
        more.add(attempt);
        progress = new Progress(
                progress.state, List.copyOf(more), attempt.address(), progress.nextAttemptAt, progress.notSentReason);
    }

    void end(DeliveryState state, @Nullable String notSentReason) {
        progress = new Progress(state, progress.attempts, progress.address, null, notSentReason);
    }

    /** Number, type, stream, state and the result of the attempts; nothing of the packet. */
    @Override
    public String toString() {
        Progress now = progress;
        StringBuilder text = new StringBuilder("event " + number + ": " + type + " of " + stream + ", " + now.state);
        if (now.notSentReason != null) {
            text.append(" (").append(now.notSentReason).append(')');
        }
        if (!faults.all().isEmpty()) {
            text.append(", faults ").append(faults.all());
        }
        if (!now.attempts.isEmpty()) {
            DeliveryAttempt last = now.attempts.get(now.attempts.size() - 1);
            text.append(", ")
                    .append(now.attempts.size())
                    .append(now.attempts.size() == 1 ? " attempt: " : " attempts, the last: ")
                    .append(last.result());
        }
        if (now.nextAttemptAt != null) {
            text.append(", next at ").append(now.nextAttemptAt);
        }
        return text.toString();
    }
}
