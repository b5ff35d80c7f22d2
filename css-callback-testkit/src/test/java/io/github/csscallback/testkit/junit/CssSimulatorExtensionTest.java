package io.github.csscallback.testkit.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class CssSimulatorExtensionTest {

    private static final Map<String, String> TWO_AT_ONCE = Map.of(
            "junit.jupiter.execution.parallel.enabled", "true",
            "junit.jupiter.execution.parallel.config.strategy", "fixed",
            "junit.jupiter.execution.parallel.config.fixed.parallelism", "2");

    private final Set<Thread> before = threads();

    /** The JDK's own: it makes one per server, and it ends when the server does. */
    private static Set<Thread> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread ->
                        thread.getName().startsWith("css-") || thread.getName().startsWith("HTTP-Dispatcher"))
                .collect(Collectors.toSet());
    }

    @AfterEach
    void noThreadIsLeft() throws InterruptedException {
        Set<Thread> left = new HashSet<>(threads());
        left.removeAll(before);
        for (Thread thread : left) {
            thread.join(5000);
        }
        assertThat(left).noneMatch(Thread::isAlive);
    }

    private static List<String> simulators(Launched launched) {
        return launched.entries(Scenarios.SIMULATOR);
    }

    @Test
    void onAClassOneSimulatorIsSharedAndResetBetweenTests() {
        Launched launched = Launched.run(Scenarios.OnTheClass.class).succeeded(3);

        assertThat(simulators(launched)).hasSize(5);
        assertThat(new HashSet<>(simulators(launched))).hasSize(1);
    }

    @Test
    void inAStaticFieldOneSimulatorIsSharedAndAvailableFromTheField() {
        Launched launched = Launched.run(Scenarios.InAStaticField.class).succeeded(2);

        assertThat(new HashSet<>(simulators(launched))).hasSize(1);
    }

    @Test
    void inAnInstanceFieldEachTestHasItsOwnSimulator() {
        Launched launched = Launched.run(Scenarios.InAnInstanceField.class).succeeded(3);

        assertThat(simulators(launched)).hasSize(3).doesNotHaveDuplicates();
    }

    @Test
    void onAMethodTheTestHasItsOwnSimulator() {
        Launched launched = Launched.run(Scenarios.OnAMethod.class).succeeded(3);

        assertThat(simulators(launched)).hasSize(2).doesNotHaveDuplicates();
    }

    @Test
    void nestedClassesShareTheSimulatorOfTheEnclosingClass() {
        Launched launched = Launched.run(Scenarios.WithNestedClasses.class).succeeded(5);

        assertThat(simulators(launched)).hasSize(5);
        assertThat(new HashSet<>(simulators(launched))).hasSize(1);
    }

    @Test
    void withAnInstancePerClassTheSimulatorIsResetBeforeEachTest() {
        Launched launched = Launched.run(Scenarios.OneInstanceForAllTests.class).succeeded(4);

        assertThat(new HashSet<>(simulators(launched))).hasSize(1);
    }

    @Test
    void bindingsOfBeforeAllAreDiscardedAndNamedInTheReason() {
        Launched.run(Scenarios.BoundBeforeAll.class).succeeded(2);
    }

    @Test
    void aTestThatClosesTheSimulatorDoesNotAffectOthers() {
        Launched.run(Scenarios.ClosedByATest.class).succeeded(2);
    }

    @Test
    void realTimeAndOtherSettingsCanBeSet() {
        Launched.run(Scenarios.InRealTime.class).succeeded(1);
    }

    @Test
    void aFailureContainsTheReportAndTheSeedOfRandomFaults() {
        Launched launched = Launched.run(Scenarios.Failing.class);

        Throwable failure = launched.failure();
        assertThat(failure).isInstanceOf(AssertionError.class).hasMessage("as it must");
        assertThat(failure.getSuppressed())
                .singleElement()
                .satisfies(story -> assertThat(story.getMessage())
                        .startsWith("events until ")
                        .contains("RandomFaults.seeded(4711L)")
                        .contains("event 1")
                        .contains("NOT_SENT (no rule binds push.example.com/live)"));
        assertThat(launched.entries(CssSimulatorExtension.SEED_ENTRY)).containsExactly("4711");
    }

    @Test
    void aReportIsNotAttachedTwice() {
        Throwable failure = Launched.run(Scenarios.Awaiter.class).failure();

        assertThat(failure).hasMessageContaining("waited for").hasMessageContaining("events until");
        assertThat(failure.getSuppressed()).isEmpty();
    }

    @Test
    void aFailureBeforeAllTestsContainsTheReportToo() {
        Throwable failure = Launched.run(Scenarios.FailingBeforeAll.class).failure();

        assertThat(failure).hasMessage("before all");
        assertThat(failure.getSuppressed()).hasSize(1);
    }

    @Test
    void withoutRandomFaultsNoSeedIsPublished() {
        assertThat(Launched.run(Scenarios.InAStaticField.class).entries(CssSimulatorExtension.SEED_ENTRY))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                Scenarios.FailingConstructor.class,
                Scenarios.FailingConstructorOfTheOneInstance.class,
                Scenarios.FailingBeforeAll.class
            })
    void everySimulatorIsClosedAfterAnyFailure(Class<?> testClass) {
        assertThat(Launched.run(testClass).failures()).isNotEmpty(); // see noThreadIsLeft
    }

    @Test
    void effectsOfAFailedConstructorAreDiscarded() {
        assertThat(Launched.run(Scenarios.FailingConstructor.class).failures())
                .hasSize(2)
                .allSatisfy(failure -> assertThat(rootOf(failure)).hasMessage("after binding"));
    }

    private static Throwable rootOf(Throwable failure) {
        return failure.getCause() == null ? failure : rootOf(failure.getCause());
    }

    @Test
    void invalidSettingsFailTheClassWithTheReason() {
        assertThat(Launched.run(Scenarios.BadSettings.class).failure())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("the response timeout must be positive");
    }

    @Test
    void testsThatShareASimulatorCannotRunConcurrently() {
        Throwable failure =
                Launched.run(Overlapping.SharingOne.class, TWO_AT_ONCE).failure();

        assertThat(failure)
                .isInstanceOf(ExtensionConfigurationException.class)
                .hasMessageContaining("share one CssSimulator")
                .hasMessageContaining("@Execution(SAME_THREAD)");
    }

    @Test
    void testsWithTheirOwnSimulatorsRunConcurrently() {
        Launched launched =
                Launched.run(Overlapping.WithOneEach.class, TWO_AT_ONCE).succeeded(2);

        assertThat(simulators(launched)).hasSize(2).doesNotHaveDuplicates();
    }

    @Test
    void withoutRegistrationNoSimulatorIsInjected() {
        assertThat(Launched.run(Scenarios.NotRegistered.class).failure())
                .isInstanceOf(ParameterResolutionException.class);
    }
}
