package io.github.csscallback.cli.simulate.control;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.csscallback.testkit.simulator.CssSimulator;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** All that the control address does. */
public final class ControlCalls {

    private final List<ControlCall> calls;

    ControlCalls(CssSimulator css, TimeMode time, ControlListener listener) {
        List<ControlCall> all = new ArrayList<>();
        all.add(ControlCall.get("/", "what is simulated, and this list", request -> overview(css, time)));
        all.addAll(new AddressCalls(css).all());
        all.addAll(new StreamCalls(css, listener).all());
        all.addAll(new FaultCalls(css).all());
        all.addAll(new TimeCalls(css, time).all());
        all.addAll(new DeliveryCalls(css).all());
        this.calls = List.copyOf(all);
    }

    private ControlResponse overview(CssSimulator css, TimeMode time) {
        ObjectNode response = JsonNodeFactory.instance
                .objectNode()
                .put("time", time.name())
                .put("now", css.clock().instant().toString())
                .put("api", css.api().endpoint().toString().replaceFirst("/$", ""));
        ArrayNode list = response.putArray("calls");
        calls.forEach(call -> list.addObject().put("call", call.toString()).put("does", call.does()));
        ArrayNode faults = response.putArray("faults");
        FaultNames.all().forEach(faults::add);
        return ControlResponse.done(response);
    }

    /** The methods that a path takes; none if nothing is there. */
    List<String> methodsAt(List<String> path) {
        return calls.stream()
                .filter(call -> call.isAt(path))
                .map(ControlCall::method)
                .toList();
    }

    /** The call for a method at a path. */
    ControlCall find(String method, List<String> path) {
        List<String> methods = methodsAt(path);
        if (methods.isEmpty()) {
            throw ControlException.of(
                    404,
                    "nothing is at this path; there are "
                            + calls.stream().map(ControlCall::toString).collect(Collectors.joining(", ")));
        }
        return calls.stream()
                .filter(call -> call.isAt(path) && call.method().equals(method))
                .findFirst()
                .orElseThrow(() -> ControlException.of(405, "this path takes " + String.join(", ", methods)));
    }
}
