package io.github.csscallback.testkit.simulator.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.csscallback.core.event.EventType;
import io.github.csscallback.core.event.RetrySchedule;
import io.github.csscallback.core.signature.CallbackKey;
import io.github.csscallback.testkit.fixture.ReceivedRequest;
import io.github.csscallback.testkit.simulator.DeliveryAttempt;
import io.github.csscallback.testkit.simulator.DeliveryState;
import io.github.csscallback.testkit.simulator.SimulatedEvent;
import io.github.csscallback.testkit.simulator.fault.Fault;
import io.github.csscallback.testkit.simulator.fault.FaultKind;
import io.github.csscallback.testsupport.Seeds;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Our receiver and our client against the simulator through many random stories. What must hold in each: an acknowledged
 * event was handled with success, and not again while it was remembered; every other was given up after its full schedule and no sooner; nothing
 * that is not genuine got to a handler. Everything is judged by what went over the wire, by what the handlers did and by
 * what the client was told, not by what the simulator says of itself.
 */
@Timeout(300)
class ScenariosTest {

    private static final int SCENARIOS = 40;
    private static final int EVENTS = 260;

    /** How long our receiver remembers what it handled, as documented. */
    private static final Duration REMEMBERED = Duration.ofMinutes(30);

    /** Longer than any event waits for its first attempt. */
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(26);

    /** What the stories had in them, to know that they were not empty. */
    private final Map<DeliveryState, Integer> states = new EnumMap<>(DeliveryState.class);

    private final Map<FaultKind, Integer> faults = new EnumMap<>(FaultKind.class);
    private final Map<EventType, Integer> acknowledged = new HashMap<>();
    private int played;
    private int sent;
    private int retriedWithSuccess;
    private int refusedConnections;
    private int strangeAnswers;
    private int ruleGone;
    private int repeats;
    private int forgeries;

    @Test
    @Tag("slow")
    void theGuaranteesHoldInThousandsOfDeliveries() {
        Seeds.forEach(SCENARIOS, this::play);
        assumeTrue(played == SCENARIOS, "one seed alone does not have everything in it");
        assertThat(sent).isGreaterThanOrEqualTo(10_000);
        assertThat(states).containsOnlyKeys(DeliveryState.ACKNOWLEDGED, DeliveryState.GIVEN_UP, DeliveryState.NOT_SENT);
        assertThat(faults).containsOnlyKeys(FaultKind.values());
        assertThat(acknowledged).hasSize(EventType.known().size() + 1);
        assertThat(retriedWithSuccess).isGreaterThan(500);
        assertThat(refusedConnections).isGreaterThan(50);
        assertThat(strangeAnswers).isGreaterThan(100);
        assertThat(ruleGone).isGreaterThan(5);
        assertThat(repeats).isGreaterThan(1000);
        assertThat(forgeries).isGreaterThan(500);
    }

    @Test
    void theSameSeedGivesTheSameScenario() {
        Seeds.forEach(1, seed -> {
            List<List<String>> told = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                try (Scenario scenario = new Scenario(seed)) {
                    scenario.play(EVENTS);
                    told.add(scenario.arrivals().stream()
                            .map(ScenariosTest::told)
                            .toList());
                }
            }

            assertThat(told.get(0)).hasSizeGreaterThan(EVENTS).isEqualTo(told.get(1));
        });
    }

    /** All that is the same in each run: ports are not, nor is how far a request came that is refused early. */
    private static String told(ReceivedRequest arrival) {
        DeliveryAttempt attempt = arrival.attempt();
        return arrival.at() + " " + arrival.status() + " "
                + arrival.calls().stream()
                        .map(ReceivedRequest.HandlerCall::returned)
                        .toList()
                + (attempt == null
                        ? ""
                        : " " + attempt.event().number() + "/" + attempt.number() + " " + attempt.appliedFaults());
    }

    private void play(long seed) {
        played++;
        try (Scenario scenario = new Scenario(seed)) {
            scenario.play(EVENTS);
            Set<String> done = checkTheReceiver(scenario);
            checkTheSimulator(scenario, done);
        } catch (RuntimeException | AssertionError e) {
            throw new AssertionError("in the scenario with -Dseed=" + seed, e);
        }
    }

    /** Request by request: a handler is called if, and only if, it must be. Returns what was handled with success. */
    private Set<String> checkTheReceiver(Scenario scenario) {
        Map<String, Instant> done = new HashMap<>();
        for (ReceivedRequest arrival : scenario.arrivals()) {
            if (!arrival.mayBeTaken()) {
                assertThat(arrival.calls())
                        .as("only what is genuine reaches a handler: %s", arrival)
                        .isEmpty();
                checkAnswer(arrival, 400, 403);
                forgeries += arrival.attempt() == null ? 1 : 0;
                continue;
            }
            String content = ReceivedRequest.content(arrival.body());
            Instant handledAt = done.get(content);
            if (handledAt != null && arrival.at().isBefore(handledAt.plus(REMEMBERED))) {
                assertThat(arrival.calls())
                        .as("what was handled is not handled again: %s", arrival)
                        .isEmpty();
                checkAnswer(arrival, 200);
                repeats++;
                continue;
            }
            assertThat(arrival.calls())
                    .as("what is genuine and new is handled: %s", arrival)
                    .hasSize(1);
            ReceivedRequest.HandlerCall call = arrival.calls().get(0);
            assertThat(call.packet()).isEqualTo(new String(arrival.body(), StandardCharsets.UTF_8));
            checkAnswer(arrival, call.returned() ? 200 : 500);
            if (call.returned()) {
                done.put(content, arrival.at());
            }
        }
        Set<String> happened = new HashSet<>();
        scenario.css()
                .events()
                .forEach(delivery ->
                        happened.add(ReceivedRequest.content(delivery.packet().bytes())));
        assertThat(happened).as("nothing is handled that never happened").containsAll(done.keySet());
        return done.keySet();
    }

    private static void checkAnswer(ReceivedRequest arrival, Integer... expected) {
        if (arrival.toReceiver() && arrival.status() != null) {
            assertThat(arrival.status()).as("%s", arrival).isIn((Object[]) expected);
        }
    }

    private void checkTheSimulator(Scenario scenario, Set<String> done) {
        List<DeliveryAttempt> all = scenario.css().attempts();
        assertThat(all.stream().map(DeliveryAttempt::sentAt).toList()).isSorted();
        assertThat(scenario.arrivals().stream()
                        .map(ReceivedRequest::attempt)
                        .filter(Objects::nonNull)
                        .toList())
                .isEqualTo(all);
        all.forEach(attempt -> checkAttempt(scenario, attempt));
        for (SimulatedEvent delivery : scenario.css().events()) {
            states.merge(delivery.state(), 1, Integer::sum);
            sent += delivery.attempts().isEmpty() ? 0 : 1;
            checkDelivery(
                    scenario,
                    delivery,
                    done.contains(ReceivedRequest.content(delivery.packet().bytes())));
        }
    }

    private void checkDelivery(Scenario scenario, SimulatedEvent delivery, boolean handled) {
        List<DeliveryAttempt> tries = delivery.attempts().stream()
                .filter(attempt -> !attempt.isDuplicate())
                .toList();
        RetrySchedule schedule = scenario.scheduleOf(delivery.type());
        for (int i = 0; i < tries.size(); i++) {
            assertThat(tries.get(i).number()).isEqualTo(i + 1);
            assertThat(tries.get(i).sentAt())
                    .as("on its schedule: %s", delivery)
                    .isEqualTo(tries.get(0).sentAt().plus(schedule.interval().multipliedBy(i)));
        }
        switch (delivery.state()) {
            case NOT_SENT -> {
                assertThat(delivery.attempts()).isEmpty();
                assertThat(scenario.hadNoRule(delivery)).as("%s", delivery).isTrue();
            }
            case PENDING -> throw new AssertionError("settled, and still pending: " + delivery);
            case ACKNOWLEDGED -> {
                assertThat(handled).as("handled: %s", delivery).isTrue();
                assertThat(isAcknowledged(scenario, tries.get(tries.size() - 1)))
                        .as("%s", delivery)
                        .isTrue();
                assertThat(tries.subList(0, tries.size() - 1)).noneMatch(attempt -> isAcknowledged(scenario, attempt));
                acknowledged.merge(delivery.type(), 1, Integer::sum);
                retriedWithSuccess += tries.size() > 1 ? 1 : 0;
            }
            case GIVEN_UP -> {
                assertThat(tries).noneMatch(attempt -> isAcknowledged(scenario, attempt));
                if (delivery.notSentReason() == null) {
                    assertThat(tries).as("the full schedule: %s", delivery).hasSize(1 + schedule.count());
                } else {
                    Instant next = tries.isEmpty()
                            ? delivery.occurredAt()
                            : tries.get(0).sentAt().plus(schedule.interval().multipliedBy(tries.size()));
                    Instant until = tries.isEmpty() ? next.plus(LONGEST_WAIT) : next;
                    assertThat(delivery.type().templateField())
                            .as("%s", delivery)
                            .isPresent();
                    assertThat(scenario.account().wasUnbound(next, until))
                            .as("the rule was gone when it was due: %s", delivery)
                            .isTrue();
                    ruleGone++;
                }
            }
        }
    }

    /** By the documents: exactly 200, from our receiver, which nothing kept from the simulator. */
    private static boolean isAcknowledged(Scenario scenario, DeliveryAttempt attempt) {
        boolean cut = attempt.appliedFaults().stream()
                .map(Fault::kind)
                .anyMatch(
                        Set.of(FaultKind.CUT_IN_REQUEST, FaultKind.CUT_BEFORE_RESPONSE, FaultKind.CUT_AFTER_RESPONSE)
                                ::contains);
        return !cut && attempt.address().equals(scenario.receiver()) && Objects.equals(attempt.status(), 200);
    }

    /** It went where the account said then, signed as it said then, unless a fault was to spoil just that. */
    private void checkAttempt(Scenario scenario, DeliveryAttempt attempt) {
        Set<FaultKind> applied = new HashSet<>();
        attempt.appliedFaults().forEach(fault -> applied.add(fault.kind()));
        applied.forEach(fault -> faults.merge(fault, 1, Integer::sum));
        Scenario.Expected expected = scenario.expectedOf(attempt);
        Optional<ExpectedAccount.Version> rule =
                attempt.event().appName().equals(Scenario.UNBOUND_APP) ? Optional.empty() : expected.inForce();
        EventType kind = attempt.type();
        URI address = expected.beside();
        if (kind.templateField().isPresent()) {
            ExpectedAccount.Version version = rule.orElseThrow(() -> new AssertionError("no rule for " + attempt));
            address = kind.equals(EventType.STREAM_MIX) ? version.mixAddress() : version.address();
        }
        assertThat(attempt.address()).as("%s", attempt).isEqualTo(address);
        strangeAnswers += attempt.status() != null && !address.equals(scenario.receiver()) ? 1 : 0;

        if (attempt.requestBody().length == 0) {
            assertThat(attempt.failure()).as("%s", attempt).isEqualTo("connection refused");
            refusedConnections++;
            return;
        }
        ObjectNode packet = ReceivedRequest.read(attempt.requestBody());
        boolean cutInRequest = applied.contains(FaultKind.CUT_IN_REQUEST) && !attempt.isDuplicate();
        if (cutInRequest || packet == null) {
            assertThat(packet).as("half of it is no JSON: %s", attempt).isNull();
            assertThat(attempt.genuine()).as("%s", attempt).isFalse();
            assertThat(cutInRequest || applied.contains(FaultKind.MANGLED_BODY)).isTrue();
            return;
        }
        CallbackKey key = Set.of(314, 328).contains(kind.number())
                ? null
                : rule.map(ExpectedAccount.Version::key).orElse(null);
        assertThat(attempt.genuine())
                .as("%s", attempt)
                .isEqualTo(key == null ? !packet.has("sign") : ReceivedRequest.isSignedWith(key, packet));
        if (attempt.number() > 1 && isKept(scenario, applied)) {
            checkKept(attempt, packet, applied);
            return;
        }
        if (applied.contains(FaultKind.MANGLED_BODY) || applied.contains(FaultKind.WRONG_KEY)) {
            assertThat(scenario.account().allKeys())
                    .as("no key fits: %s", attempt)
                    .noneMatch(known -> ReceivedRequest.isSignedWith(known, packet));
        } else if (applied.contains(FaultKind.OLD_KEY)) {
            assertThat(scenario.account().allKeys())
                    .as("an older key fits: %s", attempt)
                    .filteredOn(known -> ReceivedRequest.isSignedWith(known, packet))
                    .isNotEmpty()
                    .doesNotContain(key);
        } else {
            assertThat(packet.has("sign")).as("%s", attempt).isEqualTo(key != null);
            if (key != null) {
                assertThat(ReceivedRequest.isSignedWith(key, packet))
                        .as("the key in force fits: %s", attempt)
                        .isTrue();
                Instant signedAt = attempt.number() == 1 && applied.contains(FaultKind.HELD_BACK)
                        ? attempt.event().occurredAt()
                        : attempt.sentAt();
                assertThat(Objects.requireNonNull(ReceivedRequest.expiry(packet))
                                .getEpochSecond())
                        .as("%s", attempt)
                        .isEqualTo(signedAt.plusSeconds(600).getEpochSecond());
            }
        }
    }

    private static boolean isKept(Scenario scenario, Set<FaultKind> applied) {
        return applied.contains(FaultKind.SIGNATURE_KEPT)
                || (scenario.keepsSignatures() && !applied.contains(FaultKind.SIGNATURE_RENEWED));
    }

    /** It has the signature of the first attempt, whatever that was, as far as that went over the wire whole. */
    private static void checkKept(DeliveryAttempt attempt, ObjectNode packet, Set<FaultKind> applied) {
        DeliveryAttempt first = attempt.event().attempts().get(0);
        ObjectNode sent = ReceivedRequest.read(first.requestBody());
        boolean mangled = applied.contains(FaultKind.MANGLED_BODY)
                || first.appliedFaults().stream().anyMatch(fault -> fault.kind() == FaultKind.MANGLED_BODY);
        if (sent != null && !mangled) {
            assertThat(packet.get("t")).as("%s", attempt).isEqualTo(sent.get("t"));
            assertThat(packet.get("sign")).as("%s", attempt).isEqualTo(sent.get("sign"));
        }
    }
}
