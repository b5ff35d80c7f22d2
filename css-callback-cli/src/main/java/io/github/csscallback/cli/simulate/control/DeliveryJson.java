package io.github.csscallback.cli.simulate.control;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.csscallback.core.event.EventType;
import io.github.csscallback.testkit.simulator.DeliveryAttempt;
import io.github.csscallback.testkit.simulator.Fault;
import io.github.csscallback.testkit.simulator.SimulatedDelivery;
import java.net.URI;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

/**
 * Deliveries and attempts as JSON. Requests are shown whole: they are made up, and whoever asks wants to see them.
 */
public final class DeliveryJson {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private DeliveryJson() {}

    static ObjectNode of(SimulatedDelivery delivery) {
        ObjectNode node = JSON.objectNode().put("delivery", delivery.number());
        putEvent(node, delivery.type());
        node.put("domain", delivery.domain())
                .put("app", delivery.app())
                .put("stream", delivery.stream())
                .put("event_at", delivery.eventAt().toString())
                .put("state", delivery.state().name().toLowerCase(Locale.ROOT))
                .put("why_not_sent", delivery.whyNotSent().orElse(null))
                .put("url", delivery.address().map(URI::toString).orElse(null))
                .put(
                        "next_attempt_at",
                        delivery.nextAttemptAt().map(Instant::toString).orElse(null));
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
                .put("took_ms", attempt.took().toMillis());
        ObjectNode headers = node.putObject("headers");
        attempt.headers().forEach(headers::put);
        return node.put("request", attempt.requestText()).put("answer", attempt.answer());
    }

    /**
     * An attempt in short, without packet and answer.
     *
     * @param attempt the attempt
     * @return what, where, when, and the status, null if none came; failure, duplicate and faults where there are any
     */
    public static ObjectNode line(DeliveryAttempt attempt) {
        OptionalInt status = attempt.status();
        ObjectNode node = JSON.objectNode();
        putEvent(node, attempt.type());
        node.put("delivery", attempt.delivery().number())
                .put("stream", attempt.delivery().stream())
                .put("url", attempt.address().toString())
                .put("attempt", attempt.number())
                .put("status", status.isPresent() ? status.getAsInt() : null)
                .put("at", attempt.at().toString());
        attempt.failure().ifPresent(why -> node.put("failure", why));
        if (attempt.isDuplicate()) {
            node.put("duplicate", true);
        }
        if (!attempt.applied().isEmpty()) {
            node.set("faults", faults(attempt.applied()));
        }
        return node;
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
