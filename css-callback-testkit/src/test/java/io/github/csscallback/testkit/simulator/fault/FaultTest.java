package io.github.csscallback.testkit.simulator.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.csscallback.core.event.EventType;
import io.github.csscallback.testkit.fixture.TestAccount;
import io.github.csscallback.testkit.internal.fault.FaultPlan;
import io.github.csscallback.testkit.internal.fault.FaultQueue;
import io.github.csscallback.testkit.simulator.CssSimulator;
import io.github.csscallback.testsupport.Seeds;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FaultTest {

    static List<Fault> ofAttempts() {
        return List.of(
                Fault.duplicate(),
                Fault.wrongKey(),
                Fault.oldKey(),
                Fault.mangledBody(),
                Fault.cutInRequest(),
                Fault.cutBeforeResponse(),
                Fault.cutAfterResponse(),
                Fault.slowSending(Duration.ofSeconds(1)));
    }

    static List<Fault> ofDeliveries() {
        return List.of(
                Fault.reordered(),
                Fault.heldBack(Duration.ofMinutes(1)),
                Fault.signatureKept(),
                Fault.signatureRenewed());
    }

    @Test
    void toStringIsTheExpressionThatMakesTheFault() {
        assertThat(Fault.duplicate()).hasToString("duplicate()");
        assertThat(Fault.heldBack(Duration.ofMinutes(20))).hasToString("heldBack(PT20M)");
        assertThat(Fault.wrongKey().onEveryAttempt()).hasToString("wrongKey().onEveryAttempt()");
        assertThat(Fault.slowSending(Duration.ofMillis(5)).onAttempts(3))
                .hasToString("slowSending(PT0.005S).onAttempts(3)");
    }

    @Test
    void faultsAreComparedByValue() {
        assertThat(Fault.heldBack(Duration.ofMinutes(1)))
                .isEqualTo(Fault.heldBack(Duration.ofSeconds(60)))
                .hasSameHashCodeAs(Fault.heldBack(Duration.ofSeconds(60)))
                .isNotEqualTo(Fault.heldBack(Duration.ofMinutes(2)))
                .isNotEqualTo(Fault.slowSending(Duration.ofMinutes(1)))
                .isNotEqualTo("heldBack(PT1M)");
        assertThat(Fault.wrongKey().onAttempts(1)).isEqualTo(Fault.wrongKey());
        assertThat(Fault.wrongKey().onAttempts(2)).isNotEqualTo(Fault.wrongKey());
    }

    @ParameterizedTest
    @MethodSource("ofAttempts")
    void aFaultOfAttemptsAffectsTheFirstOrTheGivenNumber(Fault fault) {
        assertThat(fault.affects(1)).isTrue();
        assertThat(fault.affects(2)).isFalse();
        assertThat(fault.onAttempts(3).affects(3)).isTrue();
        assertThat(fault.onAttempts(3).affects(4)).isFalse();
        assertThat(fault.onEveryAttempt().affects(10_001)).isTrue();
        assertThatIllegalArgumentException().isThrownBy(() -> fault.onAttempts(0));
    }

    @ParameterizedTest
    @MethodSource("ofDeliveries")
    void aFaultOfAnEventHasNoAttempts(Fault fault) {
        assertThatIllegalStateException().isThrownBy(fault::onEveryAttempt);
        assertThatIllegalStateException().isThrownBy(() -> fault.onAttempts(2));
    }

    @Test
    void durationsMustBePositiveAndBounded() {
        assertThatIllegalArgumentException().isThrownBy(() -> Fault.heldBack(Duration.ZERO));
        assertThatIllegalArgumentException().isThrownBy(() -> Fault.heldBack(Duration.ofSeconds(-1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Fault.slowSending(Duration.ofDays(7).plusNanos(1)));
        assertThat(Fault.heldBack(Duration.ofDays(7))).hasToString("heldBack(PT168H)");
    }

    @Test
    void contradictoryFaultsAreRejected() {
        try (CssSimulator css = CssSimulator.start()) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> css.nextFaults(Fault.wrongKey(), Fault.oldKey()))
                    .withMessageContaining("wrongKey() and oldKey()");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> css.nextFaults(Fault.signatureKept(), Fault.signatureRenewed()));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> css.nextFaults(EventType.RECORD, Fault.cutInRequest(), Fault.cutAfterResponse()));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> css.nextFaults(
                            Fault.heldBack(Duration.ofSeconds(1)), Fault.heldBack(Duration.ofSeconds(2))));
            assertThat(css.push(TestAccount.DOMAIN, TestAccount.APP, "room-1")
                            .beginEvent()
                            .faults())
                    .as("what was rejected is not kept")
                    .isEmpty();
        }
    }

    @Test
    void randomFaultsAreOfAllKindsAndNeverContradictory() {
        Seeds.forEach(1, seed -> {
            FaultQueue queue = new FaultQueue(RandomFaults.seeded(seed).probability(0.25));
            Set<FaultKind> kinds = new HashSet<>();
            int faulty = 0;
            int several = 0;
            for (int i = 0; i < 4000; i++) {
                FaultPlan drawn = queue.take(EventType.RECORD); // rejects contradictions itself
                drawn.all().forEach(fault -> kinds.add(fault.kind()));
                assertThat(drawn.all()).hasSizeLessThanOrEqualTo(3);
                faulty += drawn.all().isEmpty() ? 0 : 1;
                several += drawn.all().size() > 1 ? 1 : 0;
            }

            assertThat(kinds).containsExactlyInAnyOrder(FaultKind.values());
            assertThat(faulty).isBetween(800, 1200);
            assertThat(several).isGreaterThan(400);
        });
    }

    @Test
    void theChoiceAndProbabilityOfRandomFaultsCanBeSet() {
        RandomFaults only = RandomFaults.seeded(1).probability(1).only(Fault.duplicate(), Fault.wrongKey());
        FaultQueue always = new FaultQueue(only);
        FaultQueue never = new FaultQueue(only.probability(0));
        for (int i = 0; i < 100; i++) {
            assertThat(always.take(EventType.RECORD).all())
                    .isNotEmpty()
                    .isSubsetOf(Fault.duplicate(), Fault.wrongKey());
            assertThat(never.take(EventType.RECORD).all()).isEmpty();
        }
        assertThatIllegalArgumentException().isThrownBy(() -> only.probability(1.01));
        assertThatIllegalArgumentException().isThrownBy(() -> only.probability(-0.01));
        assertThatIllegalArgumentException().isThrownBy(() -> only.probability(Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(only::only);
        assertThat(only).hasToString("RandomFaults[seed 1, probability 1.0, [duplicate(), wrongKey()]]");
    }
}
