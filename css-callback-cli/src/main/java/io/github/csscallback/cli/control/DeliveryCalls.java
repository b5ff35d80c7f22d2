package io.github.csscallback.cli.control;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.csscallback.testkit.simulator.CssSimulator;
import io.github.csscallback.testkit.simulator.SimulatedDelivery;
import java.util.List;

/** What was delivered, and what was not. */
final class DeliveryCalls {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final CssSimulator css;

    DeliveryCalls(CssSimulator css) {
        this.css = css;
    }

    List<Call> all() {
        return List.of(
                Call.get("/deliveries", "every delivery with every attempt", this::list),
                Call.get("/deliveries/{number}", "one of them", this::show));
    }

    private Answer list(Request request) {
        ObjectNode answer = JSON.objectNode().put("now", css.clock().instant().toString());
        ArrayNode list = answer.putArray("deliveries");
        css.deliveries().forEach(delivery -> list.add(DeliveryJson.of(delivery)));
        return Answer.done(answer);
    }

    private Answer show(Request request) {
        SimulatedDelivery found = css.deliveries().stream()
                .filter(delivery -> Long.toString(delivery.number()).equals(request.name()))
                .findFirst()
                .orElseThrow(() -> Refusal.of(404, "there is no delivery of this number; GET /deliveries lists all"));
        ObjectNode answer = JSON.objectNode();
        answer.set("delivery", DeliveryJson.of(found));
        return Answer.done(answer);
    }
}
