package io.github.csscallback.testkit.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs a test class as JUnit does, and keeps its results. */
final class Launched implements TestExecutionListener {

    /** A test that publishes an entry of this name is held until another one has failed. */
    static final String UNTIL_ANOTHER_FAILS = "until-another-fails";

    private final CountDownLatch aFailure = new CountDownLatch(1);
    private final List<TestExecutionResult> tests = Collections.synchronizedList(new ArrayList<>());
    private final List<TestExecutionResult> failures = Collections.synchronizedList(new ArrayList<>());
    private final List<Map<String, String>> entries = Collections.synchronizedList(new ArrayList<>());

    private Launched() {}

    static Launched run(Class<?> testClass) {
        return run(testClass, Map.of());
    }

    static Launched run(Class<?> testClass, Map<String, String> configuration) {
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(DiscoverySelectors.selectClass(testClass))
                .configurationParameters(configuration)
                .build();
        // Nothing of the outer run may listen: its reports are about other tests.
        Launcher launcher = LauncherFactory.create(LauncherConfig.builder()
                .enableTestExecutionListenerAutoRegistration(false)
                .enableLauncherSessionListenerAutoRegistration(false)
                .enableLauncherDiscoveryListenerAutoRegistration(false)
                .enablePostDiscoveryFilterAutoRegistration(false)
                .build());
        Launched launched = new Launched();
        launcher.execute(request, launched);
        return launched;
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        if (test.isTest()) {
            tests.add(result);
        }
        if (result.getStatus() != Status.SUCCESSFUL) {
            failures.add(result);
            aFailure.countDown();
        }
    }

    @Override
    public void reportingEntryPublished(TestIdentifier test, ReportEntry entry) {
        entries.add(entry.getKeyValuePairs());
        if (entry.getKeyValuePairs().containsKey(UNTIL_ANOTHER_FAILS)) {
            try {
                assertThat(aFailure.await(20, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
                throw new IllegalStateException("interrupted while waiting for a failure", e);
            }
        }
    }

    /** What was published under a key, in order. */
    List<String> entries(String key) {
        synchronized (entries) {
            return entries.stream()
                    .flatMap(entry -> Stream.ofNullable(entry.get(key)))
                    .toList();
        }
    }

    /** Checks that so many tests ran and none failed, nor any class. */
    Launched succeeded(int number) {
        assertThat(failures).isEmpty();
        assertThat(tests).hasSize(number);
        return this;
    }

    /** The exceptions of what failed, tests and classes. */
    List<Throwable> failures() {
        synchronized (failures) {
            return failures.stream()
                    .map(result -> result.getThrowable().orElseThrow())
                    .toList();
        }
    }

    /** The exception of the one test that failed. */
    Throwable failure() {
        assertThat(failures).hasSize(1);
        return failures().get(0);
    }
}
