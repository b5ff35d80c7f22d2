package io.github.csscallback.testkit.simulator;

import io.github.csscallback.core.event.EventType;
import io.github.csscallback.testkit.internal.post.PostResult;
import io.github.csscallback.testkit.simulator.fault.Fault;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One POST of a {@link SimulatedEvent}: request, response, time, and the faults applied to it. Immutable. */
public final class DeliveryAttempt {

    private final SimulatedEvent event;
    private final int number;
    private final boolean duplicate;
    private final URI address;
    private final Instant sentAt;
    private final byte[] body;
    private final PostResult result;
    private final boolean responseLost;
    private final boolean genuine;
    private final Set<Fault> appliedFaults;

    DeliveryAttempt(
            SimulatedEvent event,
            int number,
            boolean duplicate,
            URI address,
            Instant sentAt,
            byte[] body,
            PostResult result,
            boolean responseLost,
            boolean genuine,
            Set<Fault> appliedFaults) {
        this.event = event;
        this.number = number;
        this.duplicate = duplicate;
        this.address = address;
        this.sentAt = sentAt;
        this.body = body;
        this.result = result;
        this.responseLost = responseLost;
        this.genuine = genuine;
        this.appliedFaults = appliedFaults;
    }

    public SimulatedEvent event() {
        return event;
    }

    /** The type of the event. */
    public EventType type() {
        return event.type();
    }

    /** The number of the attempt: 1 for the first, 2 for the first retry. A duplicate has the number of its original. */
    public int number() {
        return number;
    }

    /** Whether this is a duplicate of the previous attempt ({@link Fault#duplicate()}). The result of a duplicate is ignored. */
    public boolean isDuplicate() {
        return duplicate;
    }

    /** The address that was posted to. Its path and query may be secret. */
    public URI address() {
        return address;
    }

    /** When the attempt was made, in the simulator's time. */
    public Instant sentAt() {
        return sentAt;
    }

    /** The request headers in the order sent; unmodifiable. */
    public Map<String, String> requestHeaders() {
        return Collections.unmodifiableMap(new LinkedHashMap<>(result.requestHeaders()));
    }

    /** A copy of the request body as sent: mangled by a fault, or only the part sent before the connection broke. */
    public byte[] requestBody() {
        return Arrays.copyOf(body, result.bodyBytesSent());
    }

    /** {@link #requestBody()} as UTF-8. */
    public String requestBodyText() {
        return new String(requestBody(), StandardCharsets.UTF_8);
    }

    /** The response status, also of a response that was lost or incomplete; null if none was received. */
    public @Nullable Integer status() {
        return result.status();
    }

    /** The response body as UTF-8, at most 64 KiB of it; empty if there was none. CSS ignores it. */
    public String responseBody() {
        return result.responseBody();
    }

    /** Why no response counts, such as a connection failure or a timeout; null if there was a response of any status. */
    public @Nullable String failure() {
        return responseLost && result.failure() == null
                ? "the response was lost in transit, on purpose"
                : result.failure();
    }

    /** The real time from connecting to the end of the response, also where the simulator's time is simulated. */
    public Duration duration() {
        return result.duration();
    }

    /** Whether a complete response with exactly status 200 arrived in time; otherwise CSS must retry. */
    public boolean acknowledged() {
        Integer status = status();
        return failure() == null && status != null && status == 200;
    }

    /**
     * Whether the packet was complete, unchanged and signed as the template in force requires: with its key, or not at
     * all if it has none. A genuine packet may still be expired or not yet valid.
     *
     * @return false if a receiver with the template's key must reject the packet
     */
    public boolean genuine() {
        return genuine;
    }

    /** The faults that took effect; unmodifiable. */
    public Set<Fault> appliedFaults() {
        return appliedFaults;
    }

    /** Status or failure, for messages. */
    String result() {
        String failure = failure();
        String status = "status " + status();
        return failure == null ? status : status() == null ? failure : status + ", but " + failure;
    }

    /** Event, attempt, host and result; nothing of the packet. */
    @Override
    public String toString() {
        return "attempt " + number + (duplicate ? " (duplicate)" : "") + " of event " + event.number() + " ("
                + event.type() + ") to " + address.getHost() + (address.getPort() < 0 ? "" : ":" + address.getPort())
                + " at " + sentAt + ": " + result() + (appliedFaults.isEmpty() ? "" : ", faults " + appliedFaults);
    }
}
