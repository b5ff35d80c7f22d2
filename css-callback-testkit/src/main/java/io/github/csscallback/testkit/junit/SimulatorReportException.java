package io.github.csscallback.testkit.junit;

import io.github.csscallback.testkit.simulator.CssSimulator;

/** What a simulator did, told with the failure of a test: the first thing that one wants to know. It is no error. */
final class SimulatorReportException extends Exception {

    private static final long serialVersionUID = 1L;

    private SimulatorReportException(String story) {
        super(story, null, false, false);
    }

    /** Adds it to a failure, unless that tells it itself, as those of {@code await()} do. */
    static void tell(CssSimulator css, Throwable failure) {
        String story = css.report();
        if (!String.valueOf(failure.getMessage()).contains(story)) {
            failure.addSuppressed(new SimulatorReportException(story));
        }
    }
}
