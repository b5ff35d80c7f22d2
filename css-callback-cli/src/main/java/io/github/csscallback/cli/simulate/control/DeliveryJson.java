package io.github.csscallback.cli.simulate.control;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.csscallback.core.event.EventType;
import io.github.csscallback.testkit.simulator.DeliveryAttempt;
import io.github.csscallback.testkit.simulator.SimulatedEvent;
import io.github.csscallback.testkit.simulator.fault.Fault;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Deliveries and attempts as JSON. Requests are shown whole: they are made up, and whoever asks wants to see them.
 */
public final class DeliveryJson {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private DeliveryJson() {}

    static ObjectNode of(SimulatedEvent delivery) {
        ObjectNode node = JSON.objectNode().put("delivery", delivery.number());
        putEvent(node, delivery.type());
        node.put("domain", delivery.pushDomain())
                .put("app", delivery.appName())
                .put("stream", delivery.streamName())
                .put("event_at", delivery.occurredAt().toString())
                .put("state", delivery.state().name().toLowerCase(Locale.ROOT))
                .put("why_not_sent", delivery.notSentReason())
                .put("url", text(delivery.address()))
                .put("next_attempt_at", text(delivery.nextAttemptAt()));
        node.set("faults", faults(delivery.faults()));
        node.set("attempts", of(delivery.attempts()));
        return node;
    }

    static ArrayNode of(List<DeliveryAttempt> attempts) {
        ArrayNode list = JSON.arrayNode();
        attempts.forEach(attempt -> list.add(of(attempt)));
        return list;
    }

    private static ObjectNode of(DeliveryAttempt attempt) {
        ObjectNode node = line(attempt);
        node.put("acknowledged", attempt.acknowledged())
                .put("genuine", attempt.genuine())
                .put("took_ms", attempt.duration().toMillis());
        ObjectNode headers = node.putObject("headers");
        attempt.requestHeaders().forEach(headers::put);
        return node.put("request", attempt.requestBodyText()).put("response", attempt.responseBody());
    }

    /**
     * An attempt in short, without packet and response.
     *
     * @param attempt the attempt
     * @return what, where, when, and the status, null if none came; failure, duplicate and faults where there are any
     */
    public static ObjectNode line(DeliveryAttempt attempt) {
        ObjectNode node = JSON.objectNode();
        putEvent(node, attempt.type());
        node.put("delivery", attempt.event().number())
                .put("stream", attempt.event().streamName())
                .put("url", attempt.address().toString())
                .put("attempt", attempt.number())
                .put("status", attempt.status())
                .put("at", attempt.sentAt().toString());
        if (attempt.failure() != null) {
            node.put("failure", attempt.failure());
        }
        if (attempt.isDuplicate()) {
            node.put("duplicate", true);
        }
        if (!attempt.appliedFaults().isEmpty()) {
            node.set("faults", faults(attempt.appliedFaults()));
        }
        return node;
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    static void putEvent(ObjectNode node, EventType type) {
        node.put("event", type.recordName()).put("event_type", type.number());
    }

    static ArrayNode faults(Collection<Fault> faults) {
        ArrayNode list = JSON.arrayNode();
        faults.forEach(fault -> list.add(FaultNames.of(fault)));
        return list;
    }
}
