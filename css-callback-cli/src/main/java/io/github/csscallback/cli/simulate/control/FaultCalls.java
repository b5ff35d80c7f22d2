package io.github.csscallback.cli.simulate.control;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.csscallback.core.event.EventType;
import io.github.csscallback.testkit.simulator.CssSimulator;
import io.github.csscallback.testkit.simulator.fault.Fault;
import java.util.List;

/** What goes wrong on purpose. */
public final class FaultCalls {

    private static final String FAULTS = "faults";

    private final CssSimulator css;

    FaultCalls(CssSimulator css) {
        this.css = css;
    }

    List<ControlCall> all() {
        return List.of(ControlCall.post(
                "/faults",
                FAULTS + " event?",
                "what goes wrong with the next delivery, or the next of an event type",
                this::next));
    }

    private ControlResponse next(ControlRequest request) {
        ControlBody body = request.body();
        Fault[] faults = body.objects(FAULTS, "fault", FaultNames.MEMBERS).stream()
                .map(FaultNames::in)
                .toArray(Fault[]::new);
        ObjectNode response = JsonNodeFactory.instance.objectNode();
        try {
            if (body.has(EventNames.MEMBER)) {
                EventType type = EventNames.in(body);
                css.nextFaults(type, faults);
                DeliveryJson.putEvent(response, type);
            } else {
                css.nextFaults(faults);
            }
        } catch (IllegalArgumentException e) {
            throw ControlException.field(FAULTS, FaultNames.inTheirNames(e));
        }
        response.set(FAULTS, DeliveryJson.faults(List.of(faults)));
        return ControlResponse.done(response);
    }
}
