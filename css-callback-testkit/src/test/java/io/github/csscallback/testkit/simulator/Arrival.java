package io.github.csscallback.testkit.simulator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.csscallback.core.signature.CallbackKey;
import io.github.csscallback.core.signature.CallbackSigner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One request of a story, whoever sent it, and what the handlers did of it.
 *
 * @param at when, in the story's time
 * @param body what went over the wire
 * @param whole whether all of the body did
 * @param toReceiver whether it went to our receiver, or to something that stood in its place
 * @param keys what the receiver knew
 * @param calls which handlers were called and what became of it
 * @param status what was answered
 * @param attempt of the simulator; null if somebody else sent it
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record Arrival(
        Instant at,
        byte[] body,
        boolean whole,
        boolean toReceiver,
        List<CallbackKey> keys,
        List<HandlerCall> calls,
        @Nullable Integer status,
        @Nullable DeliveryAttempt attempt) {

    /** How far from now {@code t} may be, as documented for our receiver. */
    private static final Duration AHEAD = Duration.ofMinutes(15);

    private static final Duration PAST = Duration.ofMinutes(10);

    private static final Set<Integer> NEVER_SIGNED = Set.of(314, 328);
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * One call of a handler.
     *
     * @param packet the body that it was given
     * @param returned whether it returned; it threw otherwise
     */
    record HandlerCall(String packet, boolean returned) {}

    /** A body as JSON, or null if it is none. */
    static @Nullable ObjectNode read(byte[] body) {
        try {
            return JSON.readTree(body) instanceof ObjectNode packet ? packet : null;
        } catch (JsonProcessingException e) {
            return null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a packet says, without what a retry may change. */
    static String content(byte[] body) {
        ObjectNode packet = read(body);
        if (packet == null) {
            throw new AssertionError("no JSON");
        }
        packet.remove(List.of("t", "sign"));
        return packet.toString();
    }

    /** Judged by what went over the wire alone: JSON, and a signature of a key that the receiver knew, in time. */
    boolean mayBeTaken() {
        ObjectNode packet = read(body);
        if (packet == null || !whole || !toReceiver) {
            return false;
        }
        if (!packet.has("t") && !packet.has("sign")) {
            return NEVER_SIGNED.contains(packet.get("event_type").intValue());
        }
        Instant expiry = expiry(packet);
        return expiry != null
                && !expiry.isAfter(at.plus(AHEAD))
                && !expiry.isBefore(at.minus(PAST))
                && keys.stream().anyMatch(key -> isSignedWith(key, packet));
    }

    static boolean isSignedWith(CallbackKey key, ObjectNode packet) {
        Instant expiry = expiry(packet);
        return expiry != null
                && CallbackSigner.sign(key, expiry).equals(packet.path("sign").asText());
    }

    static @Nullable Instant expiry(ObjectNode packet) {
        JsonNode t = packet.path("t");
        return t.isIntegralNumber() ? Instant.ofEpochSecond(t.longValue()) : null;
    }

    @Override
    public String toString() {
        return attempt == null ? "a request of somebody else at " + at : attempt.toString();
    }
}
