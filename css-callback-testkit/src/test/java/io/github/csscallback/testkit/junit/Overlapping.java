package io.github.csscallback.testkit.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.csscallback.testkit.simulator.CssSimulator;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Test classes whose tests run at the same time, as {@link CssSimulatorExtensionTest} runs them. */
final class Overlapping {

    private Overlapping() {}

    @Execution(ExecutionMode.CONCURRENT)
    @ExtendWith(CssSimulatorExtension.class)
    static class SharingOne {

        @RepeatedTest(2)
        void lastsUntilTheOtherFails(CssSimulator css, TestReporter reporter) {
            reporter.publishEntry(Launched.UNTIL_ANOTHER_FAILS, "please");
            assertThat(css.events()).isEmpty();
        }
    }

    @Execution(ExecutionMode.CONCURRENT)
    @ExtendWith(Meeting.class)
    static class WithOneEach {

        @RegisterExtension
        final CssSimulatorExtension simulator = new CssSimulatorExtension();

        @BeforeEach
        void waitForTheOther(CyclicBarrier both) throws Exception {
            both.await(20, TimeUnit.SECONDS);
        }

        @RepeatedTest(2)
        void runsBesideTheOther(CssSimulator css, CyclicBarrier both, TestReporter reporter) throws Exception {
            reporter.publishEntry(Scenarios.SIMULATOR, css.api().endpoint().toString());
            assertThat(simulator.simulator()).isSameAs(css);
            both.await(20, TimeUnit.SECONDS);
        }
    }

    /** Where two tests of a class meet. */
    static final class Meeting implements ParameterResolver {

        private final CyclicBarrier both = new CyclicBarrier(2);

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType().equals(CyclicBarrier.class);
        }

        @Override
        public CyclicBarrier resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return both;
        }
    }
}
