package io.github.csscallback.testkit.simulator;

import io.github.csscallback.core.event.EventType;
import io.github.csscallback.testkit.internal.post.Posted;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * One POST of a {@link SimulatedDelivery}: what went out, what came back, when, and what was wrong with it on purpose.
 * Immutable.
 */
public final class DeliveryAttempt {

    private final SimulatedDelivery delivery;
    private final int number;
    private final boolean duplicate;
    private final URI address;
    private final Instant at;
    private final byte[] request;
    private final Posted posted;
    private final boolean answerLost;
    private final boolean genuine;
    private final Set<Fault> applied;

    DeliveryAttempt(
            SimulatedDelivery delivery,
            int number,
            boolean duplicate,
            URI address,
            Instant at,
            byte[] request,
            Posted posted,
            boolean answerLost,
            boolean genuine,
            Set<Fault> applied) {
        this.delivery = delivery;
        this.number = number;
        this.duplicate = duplicate;
        this.address = address;
        this.at = at;
        this.request = request;
        this.posted = posted;
        this.answerLost = answerLost;
        this.genuine = genuine;
        this.applied = applied;
    }

    /**
     * What it is an attempt of.
     *
     * @return the delivery
     */
    public SimulatedDelivery delivery() {
        return delivery;
    }

    /**
     * The kind of the event.
     *
     * @return the kind
     */
    public EventType type() {
        return delivery.type();
    }

    /**
     * Which attempt of the delivery: 1 for the first, 2 for the first retry. A duplicate has the number of what it repeats.
     *
     * @return from 1
     */
    public int number() {
        return number;
    }

    /**
     * Whether it repeats the attempt before it ({@link Fault#duplicate()}); then it decides nothing.
     *
     * @return true for the second of two
     */
    public boolean isDuplicate() {
        return duplicate;
    }

    /**
     * Where it went. Path and query may be secret.
     *
     * @return the address
     */
    public URI address() {
        return address;
    }

    /**
     * When it was made.
     *
     * @return the simulator's time
     */
    public Instant at() {
        return at;
    }

    /**
     * The headers of the request.
     *
     * @return name to value, in the order sent, unmodifiable
     */
    public Map<String, String> headers() {
        return Collections.unmodifiableMap(new LinkedHashMap<>(posted.headers()));
    }

    /**
     * The body of the request, as it went out: mangled if it was, and no more of it than was sent before the connection
     * broke.
     *
     * @return a copy
     */
    public byte[] request() {
        return Arrays.copyOf(request, posted.bodyBytesSent());
    }

    /**
     * The body of the request as text.
     *
     * @return {@link #request()} read as UTF-8
     */
    public String requestText() {
        return new String(request(), StandardCharsets.UTF_8);
    }

    /**
     * The status that the receiver answered; also if the answer then was lost, or broke off.
     *
     * @return empty if there was none
     */
    public OptionalInt status() {
        return posted.status();
    }

    /**
     * The body that the receiver answered; CSS ignores it.
     *
     * @return read as UTF-8, at most 64 KiB of it; empty if there was none
     */
    public String answer() {
        return posted.answer();
    }

    /**
     * Why no answer counts, in words: refused, cut, too late, lost.
     *
     * @return empty if an answer came, whatever its status
     */
    public Optional<String> failure() {
        if (answerLost && posted.failure() == null) {
            return Optional.of("the answer was lost on its way, on purpose");
        }
        return Optional.ofNullable(posted.failure());
    }

    /**
     * How long it took from connecting to the end of the answer.
     *
     * @return real time, also where the simulator's is simulated
     */
    public Duration took() {
        return posted.took();
    }

    /**
     * Whether it was acknowledged: a whole answer of exactly status 200, in time, not lost.
     *
     * @return false if CSS must try again
     */
    public boolean acknowledged() {
        return failure().isEmpty() && status().orElse(0) == 200;
    }

    /**
     * Whether the packet was whole, unchanged, and signed as the template in force asks: with its key, or not at all
     * without one. It may still be too late, or too early, to be accepted.
     *
     * @return false for what a receiver with the template's key alone must refuse
     */
    public boolean genuine() {
        return genuine;
    }

    /**
     * The faults that had their effect on it.
     *
     * @return unmodifiable
     */
    public Set<Fault> applied() {
        return applied;
    }

    /** Status or failure, in words. */
    String result() {
        return failure()
                .map(why -> status().isPresent() ? "status " + status().getAsInt() + ", but " + why : why)
                .orElseGet(() -> "status " + status().orElse(0));
    }

    /**
     * Delivery, attempt, host and result; nothing of the packet.
     *
     * @return a short text
     */
    @Override
    public String toString() {
        return "attempt " + number + (duplicate ? " (duplicate)" : "") + " of delivery " + delivery.number() + " ("
                + delivery.type() + ") to " + address.getHost() + (address.getPort() < 0 ? "" : ":" + address.getPort())
                + " at " + at + ": " + result() + (applied.isEmpty() ? "" : ", faults " + applied);
    }
}
