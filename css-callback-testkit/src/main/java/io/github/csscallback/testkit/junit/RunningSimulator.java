package io.github.csscallback.testkit.junit;

import io.github.csscallback.testkit.simulator.CssSimulator;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A simulator and the tests that use it one after the other. JUnit closes it with the store that contains it. Safe for
 * use by several threads; concurrent tests are detected and rejected.
 */
@SuppressWarnings("deprecation") // before 5.13 JUnit closed nothing else
final class RunningSimulator implements AutoCloseable, ExtensionContext.Store.CloseableResource {

    private final Supplier<CssSimulator> starter;
    private final Set<CssSimulator> running;
    /** Whether it has not been used since it was reset for the test that is being prepared. */
    private boolean fresh;

    /** The running test; null between tests. */
    private @Nullable String testId;

    private String testName = "";

    private CssSimulator css;

    /**
     * @param running the set that contains this simulator until it is closed
     */
    RunningSimulator(Supplier<CssSimulator> starter, Set<CssSimulator> running) {
        this.starter = starter;
        this.running = running;
        this.css = starter.get();
        running.add(css);
    }

    synchronized CssSimulator css() {
        return css;
    }

    /** Called before the test instance is created, so that what its constructor does is part of the test. */
    synchronized void makeReady(String nextTest, boolean outermost) {
        checkFree(nextTest);
        if (outermost || !fresh) {
            reset();
            fresh = true;
        }
    }

    /**
     * Called when a test starts. Resets the simulator, unless that was done before this test's instance was created.
     */
    synchronized void begin(String id, String nextTest, boolean instanceOfItsOwn) {
        checkFree(nextTest);
        if (!fresh || !instanceOfItsOwn) {
            reset();
        }
        fresh = false;
        testId = id;
        testName = nextTest;
    }

    /** Resets the simulator, or starts a new one if a test has closed it. */
    private void reset() {
        if (css.isClosed()) {
            running.remove(css);
            css = starter.get();
            running.add(css);
        } else {
            css.reset();
        }
    }

    synchronized void end(String id) {
        if (id.equals(testId)) {
            testId = null;
        }
    }

    private void checkFree(String nextTest) {
        if (testId != null) {
            throw new ExtensionConfigurationException(
                    "the tests of a class share one CssSimulator and cannot run at the"
                            + " same time, but " + nextTest + " began while " + testName + " ran. Give the class"
                            + " @Execution(SAME_THREAD), or each test a simulator of its own: a CssSimulatorExtension in a field"
                            + " that is not static");
        }
    }

    @Override
    public synchronized void close() {
        running.remove(css);
        css.close();
    }
}
