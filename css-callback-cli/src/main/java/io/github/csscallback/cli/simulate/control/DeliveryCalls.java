package io.github.csscallback.cli.simulate.control;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.csscallback.testkit.simulator.CssSimulator;
import io.github.csscallback.testkit.simulator.SimulatedEvent;
import java.util.List;

/** What was delivered, and what was not. */
public final class DeliveryCalls {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final CssSimulator css;

    DeliveryCalls(CssSimulator css) {
        this.css = css;
    }

    List<ControlCall> all() {
        return List.of(
                ControlCall.get("/deliveries", "every delivery with every attempt", this::list),
                ControlCall.get("/deliveries/{number}", "one of them", this::show));
    }

    private ControlResponse list(ControlRequest request) {
        ObjectNode response = JSON.objectNode().put("now", css.clock().instant().toString());
        ArrayNode list = response.putArray("deliveries");
        css.events().forEach(delivery -> list.add(DeliveryJson.of(delivery)));
        return ControlResponse.done(response);
    }

    private ControlResponse show(ControlRequest request) {
        SimulatedEvent found = css.events().stream()
                .filter(delivery -> Long.toString(delivery.number()).equals(request.name()))
                .findFirst()
                .orElseThrow(() ->
                        ControlException.of(404, "there is no delivery of this number; GET /deliveries lists all"));
        ObjectNode response = JSON.objectNode();
        response.set("delivery", DeliveryJson.of(found));
        return ControlResponse.done(response);
    }
}
