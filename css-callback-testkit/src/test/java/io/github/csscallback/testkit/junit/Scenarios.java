package io.github.csscallback.testkit.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.fail;

import io.github.csscallback.core.event.EventType;
import io.github.csscallback.core.event.RetrySchedule;
import io.github.csscallback.core.signature.CallbackKey;
import io.github.csscallback.testkit.simulator.CssSimulator;
import io.github.csscallback.testkit.simulator.DeliveryState;
import io.github.csscallback.testkit.simulator.SimulatedEvent;
import io.github.csscallback.testkit.simulator.fault.RandomFaults;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Test classes that {@link CssSimulatorExtensionTest} runs. Those of them that fail do so on purpose. */
final class Scenarios {

    static final String SIMULATOR = "simulator";
    static final long SEED = 4711;

    private static final CallbackKey KEY = CallbackKey.of("adasda131312");
    /** Nobody listens there: ports this low are never given to a process that asks for any. */
    private static final URI NOWHERE = URI.create("http://127.0.0.1:1/css");

    private Scenarios() {}

    /** Whether what was bound before is there still. */
    private static boolean isBound(CssSimulator css) {
        SimulatedEvent delivery = css.send(EventType.RECORD, "push.example.com", "live", "room-1");
        return delivery.state() != DeliveryState.NOT_SENT;
    }

    private static void bind(CssSimulator css) {
        css.bind("push.example.com", "live", NOWHERE, KEY);
    }

    private static void note(TestReporter reporter, CssSimulator css) {
        reporter.publishEntry(SIMULATOR, css.api().endpoint().toString());
    }

    @ExtendWith(CssSimulatorExtension.class)
    static class OnTheClass {

        private final CssSimulator css;

        OnTheClass(CssSimulator css) {
            this.css = css;
        }

        @BeforeAll
        static void before(CssSimulator css, TestReporter reporter) {
            note(reporter, css);
        }

        @BeforeEach
        void beforeEach(CssSimulator sameHere) {
            assertThat(sameHere).isSameAs(css);
        }

        @RepeatedTest(3)
        void nothingIsLeftOfTheTestBefore(CssSimulator sameHere, TestReporter reporter) {
            note(reporter, sameHere);
            assertThat(sameHere).isSameAs(css);
            assertThat(css.events()).isEmpty();
            assertThat(isBound(css)).isFalse();
            bind(css);
            assertThat(isBound(css)).isTrue();
        }

        @AfterEach
        void afterEach(CssSimulator sameHere) {
            assertThat(sameHere.events()).as("still there for this method").hasSize(2);
        }

        @AfterAll
        static void after(CssSimulator css, TestReporter reporter) {
            note(reporter, css);
        }
    }

    static class InAStaticField {

        @RegisterExtension
        static final CssSimulatorExtension simulator = CssSimulatorExtension.with(css -> css.seed(SEED));

        @BeforeAll
        static void before() {
            assertThat(simulator.simulator().events()).isEmpty();
        }

        @RepeatedTest(2)
        void itIsTheOneOfTheParameter(CssSimulator css, TestReporter reporter) {
            note(reporter, css);
            assertThat(simulator.simulator()).isSameAs(css);
            assertThat(css.events()).isEmpty();
            assertThat(isBound(css)).isFalse();
        }
    }

    static class InAnInstanceField {

        @RegisterExtension
        final CssSimulatorExtension simulator = new CssSimulatorExtension();

        InAnInstanceField() {
            assertThatIllegalStateException()
                    .isThrownBy(simulator::simulator)
                    .withMessageContaining("no simulator runs");
        }

        @BeforeEach
        void before(CssSimulator css) {
            bind(css);
        }

        @RepeatedTest(3)
        void eachTestHasItsOwn(CssSimulator css, TestReporter reporter) {
            note(reporter, css);
            assertThat(simulator.simulator()).isSameAs(css);
            assertThat(isBound(css)).isTrue();
        }
    }

    static class OnAMethod {

        @Test
        @ExtendWith(CssSimulatorExtension.class)
        void oneHasIt(CssSimulator css, TestReporter reporter) {
            note(reporter, css);
        }

        @Test
        @ExtendWith(CssSimulatorExtension.class)
        void anotherHasAnother(CssSimulator css, TestReporter reporter) {
            note(reporter, css);
        }

        @Test
        void aThirdHasNone() {}
    }

    @ExtendWith(CssSimulatorExtension.class)
    static class WithNestedClasses {

        WithNestedClasses(CssSimulator css) {
            bind(css);
        }

        @Test
        void ofTheOuterClass(CssSimulator css, TestReporter reporter) {
            note(reporter, css);
            assertThat(isBound(css)).isTrue();
            assertThat(css.events()).hasSize(1);
        }

        @Nested
        class Inner {

            Inner(CssSimulator css) {
                assertThat(isBound(css)).as("by the outer constructor").isTrue();
            }

            @RepeatedTest(2)
            void hasTheSame(CssSimulator css, TestReporter reporter) {
                note(reporter, css);
                assertThat(css.events()).as("by the inner constructor").hasSize(1);
            }

            @Nested
            @ExtendWith(CssSimulatorExtension.class)
            class Innermost {

                @RepeatedTest(2)
                void hasTheSame(CssSimulator css, TestReporter reporter) {
                    note(reporter, css);
                    assertThat(css.events()).hasSize(1);
                }
            }
        }
    }

    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    @ExtendWith(CssSimulatorExtension.class)
    static class OneInstanceForAllTests {

        private final CssSimulator css;

        OneInstanceForAllTests(CssSimulator css) {
            this.css = css;
            bind(css);
        }

        @BeforeEach
        void before(TestReporter reporter) {
            note(reporter, css);
            assertThat(css.events()).isEmpty();
            assertThat(isBound(css)).as("what the constructor bound").isFalse();
            bind(css);
        }

        @RepeatedTest(2)
        void beginsAnewForEachTest() {
            assertThat(isBound(css)).isTrue();
        }

        @Nested
        class WithInstancesOfItsOwn {

            WithInstancesOfItsOwn() {
                assertThat(css.events()).isEmpty();
                css.bind("other.example.com", "live", NOWHERE, KEY);
            }

            @RepeatedTest(2)
            void itsConstructorIsPartOfTheTest() {
                assertThat(css.send(EventType.RECORD, "other.example.com", "live", "room-1")
                                .state())
                        .isEqualTo(DeliveryState.PENDING);
            }
        }
    }

    @ExtendWith(CssSimulatorExtension.class)
    static class BoundBeforeAll {

        @BeforeAll
        static void tooEarly(CssSimulator css) {
            bind(css);
        }

        @RepeatedTest(2)
        void isForgotten(CssSimulator css) {
            assertThat(css.send(EventType.RECORD, "push.example.com", "live", "room-1")
                            .notSentReason())
                    .contains("reset() discarded");
        }
    }

    static class Failing {

        @RegisterExtension
        static final CssSimulatorExtension simulator = CssSimulatorExtension.with(
                css -> css.randomFaults(RandomFaults.seeded(SEED).probability(0)));

        @Test
        void fails(CssSimulator css) {
            isBound(css);
            fail("as it must");
        }
    }

    static class Awaiter {

        @RegisterExtension
        static final CssSimulatorExtension simulator = CssSimulatorExtension.with(
                css -> css.retries(EventType.RECORD, new RetrySchedule(0, Duration.ofMinutes(1))));

        @Test
        void waitsInVain(CssSimulator css) {
            bind(css);
            css.await().acknowledged(css.send(EventType.RECORD, "push.example.com", "live", "room-1"));
        }
    }

    @ExtendWith(CssSimulatorExtension.class)
    static class FailingBeforeAll {

        @BeforeAll
        static void fails(CssSimulator css) {
            isBound(css);
            fail("before all");
        }

        @Test
        void isNotRun() {}
    }

    @ExtendWith(CssSimulatorExtension.class)
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    static class FailingConstructorOfTheOneInstance {

        FailingConstructorOfTheOneInstance(CssSimulator css) {
            throw new IllegalStateException("made with " + css);
        }

        @Test
        void isNotRun() {}
    }

    @ExtendWith(CssSimulatorExtension.class)
    static class FailingConstructor {

        FailingConstructor(CssSimulator css) {
            assertThat(isBound(css)).isFalse();
            bind(css);
            throw new IllegalStateException("after binding");
        }

        @RepeatedTest(2)
        void isNotRun() {}
    }

    static class BadSettings {

        @RegisterExtension
        static final CssSimulatorExtension simulator =
                CssSimulatorExtension.with(css -> css.responseTimeout(Duration.ZERO));

        @Test
        void isNotRun() {}
    }

    @ExtendWith(CssSimulatorExtension.class)
    static class ClosedByATest {

        @RepeatedTest(2)
        void closesItAndNobodyMinds(CssSimulator css) {
            assertThat(isBound(css)).isFalse();
            css.close();
        }
    }

    static class InRealTime {

        @RegisterExtension
        final CssSimulatorExtension simulator = CssSimulatorExtension.with(
                css -> css.realTime().retries(EventType.RECORD, new RetrySchedule(2, Duration.ofMillis(5))));

        @Test
        void timePasses(CssSimulator css) {
            bind(css);
            css.await().givenUp(css.send(EventType.RECORD, "push.example.com", "live", "room-1"));
        }
    }

    static class NotRegistered {

        @Test
        void hasNone(CssSimulator css) {}
    }
}
