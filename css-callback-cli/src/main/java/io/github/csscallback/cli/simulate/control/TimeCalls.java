package io.github.csscallback.cli.simulate.control;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.csscallback.testkit.simulator.CssSimulator;
import io.github.csscallback.testkit.simulator.DeliveryAttempt;
import io.github.csscallback.testkit.simulator.DeliveryState;
import java.time.Duration;
import java.util.List;

/** How time goes on, and begins anew. */
public final class TimeCalls {

    private static final Duration FARTHEST = Duration.ofDays(366);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(10);
    private static final Duration USUAL_WAIT = Duration.ofSeconds(10);
    private static final String SECONDS = "seconds";

    private final CssSimulator css;
    private final TimeMode time;

    TimeCalls(CssSimulator css, TimeMode time) {
        this.css = css;
        this.time = time;
    }

    List<ControlCall> all() {
        return List.of(
                ControlCall.post(
                        "/clock/advance",
                        SECONDS,
                        "simulated time moves on: rules come into force, retries fall due",
                        this::advance),
                ControlCall.post(
                        "/settle",
                        SECONDS + "?",
                        "time goes on until no delivery is pending; waits so many real seconds at most, else 10",
                        this::settle),
                ControlCall.post(
                        "/reset",
                        "",
                        "forgets templates, rules, streams, faults and deliveries; simulated time begins anew",
                        this::reset));
    }

    private ObjectNode now() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("now", css.clock().instant().toString());
    }

    private ControlResponse advance(ControlRequest request) {
        Duration by = request.body().seconds(SECONDS, FARTHEST);
        if (time == TimeMode.real) {
            throw ControlException.of(409, "time is real and passes by itself; start with --time simulated to move it");
        }
        int before = css.attempts().size();
        css.advance(by);
        List<DeliveryAttempt> attempts = css.attempts();
        ObjectNode response = now();
        // Fewer than before, if somebody reset it meanwhile.
        response.set("attempts", DeliveryJson.of(attempts.subList(Math.min(before, attempts.size()), attempts.size())));
        return ControlResponse.done(response);
    }

    private ControlResponse settle(ControlRequest request) {
        Duration wait = request.body().has(SECONDS) ? request.body().seconds(SECONDS, LONGEST_WAIT) : USUAL_WAIT;
        if (time == TimeMode.simulated) {
            css.settle();
        }
        boolean settled = true;
        try {
            css.await().atMost(wait).settled();
        } catch (AssertionError inVain) { // how the simulator reports to a test that it waited in vain
            settled = false;
        }
        ObjectNode response = now().put("settled", settled);
        ArrayNode pending = response.putArray("pending");
        css.events().stream()
                .filter(delivery -> delivery.state() == DeliveryState.PENDING)
                .forEach(delivery -> pending.add(delivery.number()));
        return ControlResponse.done(response);
    }

    private ControlResponse reset(ControlRequest request) {
        css.reset();
        return ControlResponse.done(now());
    }
}
