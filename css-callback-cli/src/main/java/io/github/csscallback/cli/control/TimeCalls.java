package io.github.csscallback.cli.control;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.csscallback.testkit.simulator.CssSimulator;
import io.github.csscallback.testkit.simulator.DeliveryAttempt;
import io.github.csscallback.testkit.simulator.DeliveryState;
import java.time.Duration;
import java.util.List;

/** How time goes on, and begins anew. */
final class TimeCalls {

    private static final Duration FARTHEST = Duration.ofDays(366);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(10);
    private static final Duration USUAL_WAIT = Duration.ofSeconds(10);
    private static final String SECONDS = "seconds";

    private final CssSimulator css;
    private final Time time;

    TimeCalls(CssSimulator css, Time time) {
        this.css = css;
        this.time = time;
    }

    List<Call> all() {
        return List.of(
                Call.post(
                        "/clock/advance",
                        SECONDS,
                        "simulated time moves on: rules come into force, retries fall due",
                        this::advance),
                Call.post(
                        "/settle",
                        SECONDS + "?",
                        "time goes on until no delivery is pending; waits so many real seconds at most, else 10",
                        this::settle),
                Call.post(
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

    private Answer advance(Request request) {
        Duration by = request.body().seconds(SECONDS, FARTHEST);
        if (time == Time.real) {
            throw Refusal.of(409, "time is real and passes by itself; start with --time simulated to move it");
        }
        int before = css.attempts().size();
        css.advance(by);
        List<DeliveryAttempt> attempts = css.attempts();
        ObjectNode answer = now();
        // Fewer than before, if somebody reset it meanwhile.
        answer.set("attempts", DeliveryJson.of(attempts.subList(Math.min(before, attempts.size()), attempts.size())));
        return Answer.done(answer);
    }

    private Answer settle(Request request) {
        Duration wait = request.body().has(SECONDS) ? request.body().seconds(SECONDS, LONGEST_WAIT) : USUAL_WAIT;
        if (time == Time.simulated) {
            css.settle();
        }
        boolean settled = true;
        try {
            css.await().atMost(wait).settled();
        } catch (AssertionError inVain) { // what the simulator says to a test that waited in vain
            settled = false;
        }
        ObjectNode answer = now().put("settled", settled);
        ArrayNode pending = answer.putArray("pending");
        css.deliveries().stream()
                .filter(delivery -> delivery.state() == DeliveryState.PENDING)
                .forEach(delivery -> pending.add(delivery.number()));
        return Answer.done(answer);
    }

    private Answer reset(Request request) {
        css.reset();
        return Answer.done(now());
    }
}
