package io.github.csscallback.testkit.junit;

import io.github.csscallback.testkit.simulator.CssSimulator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestInstanceFactoryContext;
import org.junit.jupiter.api.extension.TestInstancePreConstructCallback;

/**
 * A {@link CssSimulator} in JUnit 5 tests: constructors, lifecycle methods and tests get it as a parameter.
 *
 * <pre>{@code
 * @ExtendWith(CssSimulatorExtension.class)
 * class RoomCallbacksTest {
 *
 *     RoomCallbacksTest(CssSimulator css) { ... }     // begin your receiver, css.bind(...)
 *
 *     @Test
 *     void aPushedRoomIsOnline(CssSimulator css) { ... }
 * }
 * }</pre>
 *
 * <p><strong>Time</strong> is simulated, and {@code t} is counted from it: give {@link CssSimulator#clock()} to the receiver
 * under test, or call {@link CssSimulator.Builder#clockNotShared()} if it goes by the system's clock. These and all other
 * settings are changed with {@link #with}, in a field:
 *
 * <pre>{@code
 * @RegisterExtension
 * static final CssSimulatorExtension simulator =
 *         CssSimulatorExtension.with(css -> css.randomFaults(RandomFaults.random()));
 * }</pre>
 *
 * <p><strong>How many.</strong> On a class, or in a static field, there is one for all tests of the class and of the classes
 * nested in it; between tests it is {@linkplain CssSimulator#reset() reset}. On a method, or in a field that is not static,
 * each test has one of its own, and constructors have none.
 *
 * <p><strong>What is reset when.</strong> Right before the instance for a test is made, so what constructors and
 * {@code @BeforeEach} methods do is part of the test; if the class has one instance for all tests, right before
 * {@code @BeforeEach} methods. What {@code @BeforeAll} methods bind is forgotten by then: bind for each test. Nothing is
 * reset after a test, so {@code @AfterEach} methods see what happened. Dynamic tests of one factory share everything.
 *
 * <p><strong>Failures.</strong> A test that fails has {@link CssSimulator#report()} with its exception, as a suppressed
 * one. The seed of random faults stands there and is published as a report entry of each test, {@value #SEED_ENTRY};
 * {@code RandomFaults.seeded(...)} repeats its faults.
 *
 * <p><strong>Parallel tests.</strong> Classes that run at the same time have simulators of their own, and so have tests with a
 * simulator each. Tests that share one cannot run at the same time: the second fails and says so.
 *
 * <p>Every simulator is closed, and its threads ended, when its test or class is over, also if that failed. Tried with
 * JUnit 5.10, 5.12, 5.14 and 6.1.
 */
@SuppressWarnings("exports") // of JUnit, which who uses it has
public final class CssSimulatorExtension
        implements BeforeAllCallback,
                TestInstancePreConstructCallback,
                BeforeEachCallback,
                AfterEachCallback,
                AfterAllCallback,
                ParameterResolver {

    /** The report entry that holds the seed of random faults. */
    public static final String SEED_ENTRY = "css-simulator-seed";

    private final Namespace namespace = Namespace.create(CssSimulatorExtension.class, this);
    private final Set<CssSimulator> running = ConcurrentHashMap.newKeySet();
    private final Consumer<? super CssSimulator.Builder> settings;

    /** With simulated time that is shared with the receiver under test, and all other defaults. Called by JUnit. */
    public CssSimulatorExtension() {
        this(builder -> {});
    }

    private CssSimulatorExtension(Consumer<? super CssSimulator.Builder> settings) {
        this.settings = settings;
    }

    /**
     * With changed settings, for a field with {@code @RegisterExtension}.
     *
     * @param settings changes the builder of each simulator before it starts
     */
    public static CssSimulatorExtension with(Consumer<? super CssSimulator.Builder> settings) {
        return new CssSimulatorExtension(Objects.requireNonNull(settings, "settings"));
    }

    /**
     * The running simulator, for code without parameter injection, such as a {@code @DynamicPropertySource} or a bean.
     *
     * @throws IllegalStateException if none is running, which is so before and after the tests; or if there are
     *     several, since classes run at the same time with this very extension
     */
    public CssSimulator simulator() {
        List<CssSimulator> now = List.copyOf(running);
        if (now.size() != 1) {
            throw new IllegalStateException(
                    now.isEmpty()
                            ? "no simulator runs; there is one from before all tests until after all, or, if the"
                                    + " extension is in a field that is not static, from before each until after each"
                            : now.size() + " simulators of this extension run at the same time;"
                                    + " take the one that is meant as a parameter");
        }
        return now.get(0);
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        running(context);
    }

    @Override
    public void preConstructTestInstance(TestInstanceFactoryContext instance, ExtensionContext context) {
        if (!isPerClass(context)) {
            running(context)
                    .makeReady(
                            "a test of " + instance.getTestClass().getSimpleName(),
                            instance.getOuterInstance().isEmpty());
        }
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        RunningSimulator simulator = running(context);
        simulator.begin(context.getUniqueId(), nameOf(context), !isPerClass(context));
        Long seed = simulator.css().randomSeed();
        if (seed != null) {
            context.publishReportEntry(SEED_ENTRY, Long.toString(seed));
        }
    }

    @Override
    public void afterEach(ExtensionContext context) {
        running(context).end(context.getUniqueId());
        explainFailure(context);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        explainFailure(context);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType().equals(CssSimulator.class);
    }

    @Override
    public CssSimulator resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return running(context).css();
    }

    /** The simulator of this class, of an enclosing class, or of this test; started on first use. */
    private synchronized RunningSimulator running(ExtensionContext context) {
        RunningSimulator known = known(context);
        return known != null ? known : start(context.getStore(namespace));
    }

    private @Nullable RunningSimulator known(ExtensionContext context) {
        return context.getStore(namespace).get(RunningSimulator.class, RunningSimulator.class);
    }

    private RunningSimulator start(Store store) {
        RunningSimulator started = new RunningSimulator(this::startSimulator, running);
        store.put(RunningSimulator.class, started);
        return started;
    }

    private CssSimulator startSimulator() {
        CssSimulator.Builder builder = CssSimulator.builder().clockShared();
        settings.accept(builder);
        return builder.start();
    }

    private static boolean isPerClass(ExtensionContext context) {
        return context.getTestInstanceLifecycle().equals(Optional.of(Lifecycle.PER_CLASS));
    }

    private static String nameOf(ExtensionContext test) {
        return test.getTestClass().map(type -> type.getSimpleName() + " ").orElse("") + test.getDisplayName();
    }

    private void explainFailure(ExtensionContext context) {
        Throwable failure = context.getExecutionException().orElse(null);
        RunningSimulator simulator = known(context);
        if (failure != null && simulator != null) {
            SimulatorReportException.attachTo(simulator.css(), failure);
        }
    }
}
