package io.github.csscallback.testkit.junit;

import io.github.csscallback.testkit.simulator.CssSimulator;

/** The simulator's report, attached to the failure of a test as a suppressed exception. */
final class SimulatorReportException extends Exception {

    private static final long serialVersionUID = 1L;

    private SimulatorReportException(String report) {
        super(report, null, false, false);
    }

    /** Attaches the report, unless the failure's message contains it already, as those of {@code await()} do. */
    static void attachTo(CssSimulator css, Throwable failure) {
        String report = css.report();
        if (!String.valueOf(failure.getMessage()).contains(report)) {
            failure.addSuppressed(new SimulatorReportException(report));
        }
    }
}
