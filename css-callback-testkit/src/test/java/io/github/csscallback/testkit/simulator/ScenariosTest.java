package io.github.csscallback.testkit.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.csscallback.core.event.EventType;
import io.github.csscallback.core.signature.CallbackSigner;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Our receiver against the simulator through many random stories. What must hold in each: an acknowledged event was handled
 * with success, and once; every other was given up after its full schedule and no sooner; nothing that is not genuine got
 * to a handler.
 */
@Timeout(300)
class ScenariosTest {

    private static final int SCENARIOS = 40;
    private static final int EVENTS = 255;
    private static final Duration AHEAD = Duration.ofMinutes(15);
    private static final Duration PAST = Duration.ofMinutes(10);

    /** What the stories had in them, to know that they were not empty. */
    private final Map<DeliveryState, Integer> states = new EnumMap<>(DeliveryState.class);

    private final Map<FaultKind, Integer> faults = new EnumMap<>(FaultKind.class);
    private final Map<EventType, Integer> acknowledged = new HashMap<>();
    private int refusedConnections;
    private int retriedWithSuccess;

    @Test
    void whatIsPromisedHoldsInThousandsOfDeliveries() {
        long first = new Random().nextLong();
        for (int i = 0; i < SCENARIOS; i++) {
            long seed = first + i;
            try (Scenario scenario = new Scenario(seed)) {
                scenario.play(EVENTS);
                check(scenario);
            } catch (RuntimeException | AssertionError e) {
                throw new AssertionError("in the scenario with seed " + seed, e);
            }
        }
        assertThat(states.values().stream().mapToInt(Integer::intValue).sum()).isGreaterThanOrEqualTo(10_000);
        assertThat(states).containsOnlyKeys(DeliveryState.ACKNOWLEDGED, DeliveryState.GIVEN_UP, DeliveryState.NOT_SENT);
        assertThat(faults).containsOnlyKeys(FaultKind.values());
        assertThat(acknowledged).hasSize(EventType.known().size() + 1);
        assertThat(refusedConnections).isGreaterThan(100);
        assertThat(retriedWithSuccess).isGreaterThan(500);
    }

    private void check(Scenario scenario) {
        List<DeliveryAttempt> all = scenario.css().attempts();
        assertThat(all.stream().map(DeliveryAttempt::at).toList()).isSorted();
        int successes = 0;
        for (SimulatedDelivery delivery : scenario.css().deliveries()) {
            states.merge(delivery.state(), 1, Integer::sum);
            successes += scenario.successes(delivery);
            checkDelivery(scenario, delivery);
        }
        assertThat(scenario.distinctHandled())
                .as("nothing was handled that never happened")
                .isEqualTo(successes);
        Set<String> takeable = new HashSet<>();
        for (DeliveryAttempt attempt : all) {
            attempt.applied().forEach(fault -> faults.merge(fault.kind(), 1, Integer::sum));
            boolean mayBeTaken = mayBeTaken(scenario, attempt);
            if (mayBeTaken) {
                takeable.add(attempt.requestText());
            }
            checkAnswer(attempt, mayBeTaken);
        }
        assertThat(takeable).as("only genuine packets reach a handler").containsAll(scenario.dispatched());
    }

    private void checkDelivery(Scenario scenario, SimulatedDelivery delivery) {
        List<DeliveryAttempt> tries = delivery.attempts().stream()
                .filter(attempt -> !attempt.isDuplicate())
                .toList();
        assertThat(scenario.successes(delivery))
                .as("handled at most once: %s", delivery)
                .isLessThan(2);
        switch (delivery.state()) {
            case NOT_SENT -> assertThat(tries).isEmpty();
            case PENDING -> throw new AssertionError("settled, and still pending: " + delivery);
            case ACKNOWLEDGED -> {
                assertThat(scenario.successes(delivery))
                        .as("handled: %s", delivery)
                        .isEqualTo(1);
                assertThat(tries.get(tries.size() - 1).acknowledged()).isTrue();
                assertThat(tries.subList(0, tries.size() - 1)).noneMatch(DeliveryAttempt::acknowledged);
                acknowledged.merge(delivery.type(), 1, Integer::sum);
                retriedWithSuccess += tries.size() > 1 ? 1 : 0;
            }
            case GIVEN_UP -> {
                RetrySchedule schedule = scenario.scheduleOf(delivery.type());
                assertThat(tries).as("the full schedule: %s", delivery).hasSize(1 + schedule.times());
                assertThat(tries).noneMatch(DeliveryAttempt::acknowledged);
                for (int i = 0; i < tries.size(); i++) {
                    assertThat(tries.get(i).at())
                            .isEqualTo(tries.get(0).at().plus(schedule.every().multipliedBy(i)));
                }
            }
        }
    }

    private void checkAnswer(DeliveryAttempt attempt, boolean mayBeTaken) {
        if (attempt.status().isPresent()) {
            List<Integer> expected = mayBeTaken ? List.of(200, 500) : List.of(400, 403);
            assertThat(attempt.status().getAsInt()).as("%s", attempt).isIn(expected);
        } else if (attempt.failure().orElse("").equals("connection refused")) {
            refusedConnections++;
        }
    }

    /** Judged by what went over the wire alone: JSON, and a signature of a key that the receiver knew, in time. */
    private static boolean mayBeTaken(Scenario scenario, DeliveryAttempt attempt) {
        ObjectNode packet = Scenario.read(attempt);
        if (packet == null
                || attempt.request().length < Integer.parseInt(attempt.headers().get("Content-Length"))) {
            return false;
        }
        JsonNode t = packet.get("t");
        if (t == null) {
            return Set.of(314, 328).contains(packet.get("event_type").intValue());
        }
        Instant expiry = Instant.ofEpochSecond(t.longValue());
        return !expiry.isAfter(attempt.at().plus(AHEAD))
                && !expiry.isBefore(attempt.at().minus(PAST))
                && scenario.keysKnownAt(attempt).stream()
                        .anyMatch(key -> CallbackSigner.sign(key, expiry)
                                .equals(packet.get("sign").textValue()));
    }
}
