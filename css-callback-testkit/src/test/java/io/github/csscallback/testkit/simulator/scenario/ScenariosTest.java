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
 * Our receiver and our client against the simulator in many random scenarios. In each of them: an acknowledged event was
 * handled successfully, and not again while it was remembered; every other event was given up after its full schedule and no
 * sooner; no forged packet reached a handler. The evidence is the traffic on the wire, the calls of the handlers and the
 * responses that the client got, not the simulator's own history.
 */
@Timeout(300)
class ScenariosTest {

    private static final int SCENARIOS = 40;
    private static final int EVENTS = 260;

    /** The documented retention time of the receiver. */
    private static final Duration REMEMBERED = Duration.ofMinutes(30);

    /** Longer than the delay of any first attempt. */
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(26);

    /** Counts over all scenarios, to prove that they were not empty. */
    private final Map<DeliveryState, Integer> states = new EnumMap<>(DeliveryState.class);

    private final Map<FaultKind, Integer> faults = new EnumMap<>(FaultKind.class);
    private final Map<EventType, Integer> acknowledged = new HashMap<>();
    private int played;
    private int sent;
    private int retriedWithSuccess;
    private int rejectedConnections;
    private int strangeResponses;
    private int ruleGone;
    private int duplicates;
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
        assertThat(rejectedConnections).isGreaterThan(50);
        assertThat(strangeResponses).isGreaterThan(100);
        assertThat(ruleGone).isGreaterThan(5);
        assertThat(duplicates).isGreaterThan(1000);
        assertThat(forgeries).isGreaterThan(500);
    }

    @Test
    void theSameSeedGivesTheSameScenario() {
        Seeds.forEach(1, seed -> {
            List<List<String>> runs = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                try (Scenario scenario = new Scenario(seed)) {
                    scenario.play(EVENTS);
                    runs.add(scenario.arrivals().stream()
                            .map(ScenariosTest::line)
                            .toList());
                }
            }

            assertThat(runs.get(0)).hasSizeGreaterThan(EVENTS).isEqualTo(runs.get(1));
        });
    }

    /** What is equal in every run: neither ports nor how much of an early rejected request was sent. */
    private static String line(ReceivedRequest arrival) {
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

    /** Checks, request by request, that a handler is called if and only if it must be. Returns the handled events. */
    private Set<String> checkTheReceiver(Scenario scenario) {
        Map<String, Instant> done = new HashMap<>();
        for (ReceivedRequest arrival : scenario.arrivals()) {
            if (!arrival.mayBeTaken()) {
                assertThat(arrival.calls())
                        .as("only what is genuine reaches a handler: %s", arrival)
                        .isEmpty();
                checkResponse(arrival, 400, 403);
                forgeries += arrival.attempt() == null ? 1 : 0;
                continue;
            }
            String content = ReceivedRequest.content(arrival.body());
            Instant handledAt = done.get(content);
            if (handledAt != null && arrival.at().isBefore(handledAt.plus(REMEMBERED))) {
                assertThat(arrival.calls())
                        .as("what was handled is not handled again: %s", arrival)
                        .isEmpty();
                checkResponse(arrival, 200);
                duplicates++;
                continue;
            }
            assertThat(arrival.calls())
                    .as("what is genuine and new is handled: %s", arrival)
                    .hasSize(1);
            ReceivedRequest.HandlerCall call = arrival.calls().get(0);
            assertThat(call.packet()).isEqualTo(new String(arrival.body(), StandardCharsets.UTF_8));
            checkResponse(arrival, call.returned() ? 200 : 500);
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

    private static void checkResponse(ReceivedRequest arrival, Integer... expected) {
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

    /** As documented: exactly 200, from our receiver, and the response was not lost. */
    private static boolean isAcknowledged(Scenario scenario, DeliveryAttempt attempt) {
        boolean cut = attempt.appliedFaults().stream()
                .map(Fault::kind)
                .anyMatch(
                        Set.of(FaultKind.CUT_IN_REQUEST, FaultKind.CUT_BEFORE_RESPONSE, FaultKind.CUT_AFTER_RESPONSE)
                                ::contains);
        return !cut && attempt.address().equals(scenario.receiver()) && Objects.equals(attempt.status(), 200);
    }

    /** Address and signature are those of the account at that time, unless a fault changed them. */
    private void checkAttempt(Scenario scenario, DeliveryAttempt attempt) {
        Set<FaultKind> applied = new HashSet<>();
        attempt.appliedFaults().forEach(fault -> applied.add(fault.kind()));
        applied.forEach(fault -> faults.merge(fault, 1, Integer::sum));
        Scenario.Expected expected = scenario.expectedOf(attempt);
        Optional<ExpectedAccount.Version> rule =
                attempt.event().appName().equals(Scenario.UNBOUND_APP) ? Optional.empty() : expected.inForce();
        EventType kind = attempt.type();
        URI address = expected.consoleAddress();
        if (kind.templateField().isPresent()) {
            ExpectedAccount.Version version = rule.orElseThrow(() -> new AssertionError("no rule for " + attempt));
            address = kind.equals(EventType.STREAM_MIX) ? version.mixAddress() : version.address();
        }
        assertThat(attempt.address()).as("%s", attempt).isEqualTo(address);
        strangeResponses += attempt.status() != null && !address.equals(scenario.receiver()) ? 1 : 0;

        if (attempt.requestBody().length == 0) {
            assertThat(attempt.failure()).as("%s", attempt).isEqualTo("connection refused");
            rejectedConnections++;
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

    /** The signature is that of the first attempt, if that was sent completely. */
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
