package io.github.csscallback.testkit.simulator;

import io.github.csscallback.core.event.EventType;
import io.github.csscallback.testkit.SamplePacket;
import io.github.csscallback.testkit.internal.packet.StreamName;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One event for one address, with all its attempts: what {@link CssSimulator} gives for each event, and goes on working
 * at. Its answers change as time goes on; each is consistent in itself. Safe for use by several threads.
 *
 * <p><strong>What is not documented.</strong> Where nobody says how CSS delivers, the simulator does the following; do not
 * take it for the behaviour of CSS.
 *
 * <table>
 * <caption>Choices of simulated deliveries</caption>
 * <thead>
 * <tr><th scope="col">what</th><th scope="col">here</th></tr>
 * </thead>
 * <tbody>
 * <tr><th scope="row">Retries of other kinds than 0, 1, 100, 200, 315, 317</th><td>{@link RetrySchedule} says them. A
 * minute, or what is set, is counted from the end of the attempt before.</td></tr>
 * <tr><th scope="row">Where and with which key a retry goes</th><td>Where and with the key that are in force then. If
 * there is no address any more, the delivery is given up.</td></tr>
 * <tr><th scope="row">{@code t} and {@code sign} of a retry</th><td>Renewed, unless {@link SignatureOnRetry} or a fault
 * says otherwise.</td></tr>
 * <tr><th scope="row">Signature of kinds whose address stands in no template</th><td>314 and 328 have none; others are
 * signed with the key of the template in force for the stream.</td></tr>
 * <tr><th scope="row">Time limit of 321</th><td>5 seconds, as the packet's {@code timeout} says; 20 for all
 * others.</td></tr>
 * <tr><th scope="row">Rules of several levels</th><td>That of the very path counts before that of the whole domain,
 * whose path is empty.</td></tr>
 * <tr><th scope="row">A push in place of another of the same name</th><td>The begin of the new session goes out before
 * the end of the old, whose {@code errcode} is 21.</td></tr>
 * <tr><th scope="row">Redirects</th><td>Are not followed: they are no status 200.</td></tr>
 * <tr><th scope="row">Headers</th><td>Host, Content-Type {@code application/json}, Content-Length, Connection
 * {@code close}; HTTP/1.1, a connection for each packet, no proxy.</td></tr>
 * <tr><th scope="row">TLS</th><td>The certificate must be trusted and name the host.</td></tr>
 * <tr><th scope="row">Long answers</th><td>Are read to 64 KiB; the status counts.</td></tr>
 * <tr><th scope="row">An event that is for no address</th><td>Is not sent, then or later, and leaves no callback
 * record.</td></tr>
 * </tbody>
 * </table>
 */
public final class SimulatedDelivery {

    private final long number;
    private final EventType type;
    private final StreamName stream;
    private final Instant eventAt;
    private final SamplePacket packet;
    private final Faults faults;

    private volatile Progress progress;
    /** Written and read by the one thread at a time that makes an attempt. */
    private volatile @Nullable SignedPacket firstSigned;

    /** What changes, all at once. */
    private record Progress(
            DeliveryState state,
            List<DeliveryAttempt> attempts,
            @Nullable URI address,
            @Nullable Instant nextAttemptAt,
            @Nullable String whyNotSent) {}

    SimulatedDelivery(
            long number, EventType type, StreamName stream, Instant eventAt, SamplePacket packet, Faults faults) {
        this.number = number;
        this.type = type;
        this.stream = stream;
        this.eventAt = eventAt;
        this.packet = packet;
        this.faults = faults;
        this.progress = new Progress(DeliveryState.PENDING, List.of(), null, eventAt, null);
    }

    /**
     * Its number: the order in which events happened, from 1.
     *
     * @return the number
     */
    public long number() {
        return number;
    }

    /**
     * The kind of its event.
     *
     * @return the kind
     */
    public EventType type() {
        return type;
    }

    /**
     * The push domain.
     *
     * @return as given with the event
     */
    public String domain() {
        return stream.domain();
    }

    /**
     * The push path.
     *
     * @return as given with the event
     */
    public String app() {
        return stream.app();
    }

    /**
     * The stream's name.
     *
     * @return as given with the event
     */
    public String stream() {
        return stream.name();
    }

    /**
     * When the event happened.
     *
     * @return the simulator's time
     */
    public Instant eventAt() {
        return eventAt;
    }

    /**
     * What is sent, before it is signed.
     *
     * @return the packet; the bytes of each attempt are with the attempt
     */
    public SamplePacket packet() {
        return packet;
    }

    /**
     * Where it goes: the address that was in force when it was last looked up.
     *
     * @return the address; empty if there was none
     */
    public Optional<URI> address() {
        return Optional.ofNullable(progress.address);
    }

    /**
     * How far it has come.
     *
     * @return the state now
     */
    public DeliveryState state() {
        return progress.state;
    }

    /**
     * Why there was nowhere to send it.
     *
     * @return the reason in words, if it was not sent, or given up since there was nowhere to send it any more
     */
    public Optional<String> whyNotSent() {
        return Optional.ofNullable(progress.whyNotSent);
    }

    /**
     * What was posted so far, duplicates included.
     *
     * @return in the order they were made, unmodifiable
     */
    public List<DeliveryAttempt> attempts() {
        return progress.attempts;
    }

    /**
     * When it is tried next. A reordered event may go earlier.
     *
     * @return the simulator's time; empty unless it is pending
     */
    public Optional<Instant> nextAttemptAt() {
        return Optional.ofNullable(progress.nextAttemptAt);
    }

    /**
     * What goes wrong with it on purpose.
     *
     * @return the faults, asked for or drawn at random; unmodifiable
     */
    public List<Fault> faults() {
        return faults.all();
    }

    Faults allFaults() {
        return faults;
    }

    StreamName streamName() {
        return stream;
    }

    @Nullable
    SignedPacket firstSigned() {
        return firstSigned;
    }

    void signedFirst(SignedPacket signed) {
        firstSigned = signed;
    }

    /** How often it was tried, duplicates not counted. */
    int tries() {
        List<DeliveryAttempt> made = progress.attempts;
        return made.isEmpty() ? 0 : made.get(made.size() - 1).number();
    }

    void plan(URI address, Instant nextAttemptAt) {
        progress = new Progress(DeliveryState.PENDING, progress.attempts, address, nextAttemptAt, null);
    }

    void plan(Instant nextAttemptAt) {
        progress = new Progress(
                DeliveryState.PENDING, progress.attempts, progress.address, nextAttemptAt, progress.whyNotSent);
    }

    void add(DeliveryAttempt attempt) {
        List<DeliveryAttempt> more = new ArrayList<>(progress.attempts);
        more.add(attempt);
        progress = new Progress(
                progress.state, List.copyOf(more), attempt.address(), progress.nextAttemptAt, progress.whyNotSent);
    }

    void end(DeliveryState state, @Nullable String whyNotSent) {
        progress = new Progress(state, progress.attempts, progress.address, null, whyNotSent);
    }

    /**
     * Number, kind, stream, state and the outcome of the attempts; nothing of the packet.
     *
     * @return a short text
     */
    @Override
    public String toString() {
        Progress now = progress;
        StringBuilder text = new StringBuilder("delivery " + number + ": " + type + " of " + stream + ", " + now.state);
        if (now.whyNotSent != null) {
            text.append(" (").append(now.whyNotSent).append(')');
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
