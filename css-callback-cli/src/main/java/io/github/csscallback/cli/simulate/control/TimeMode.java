package io.github.csscallback.cli.simulate.control;

/** How time passes for the simulated CSS; as a user types it. */
public enum TimeMode {
    /** As it does. */
    real,
    /** By calls only. */
    simulated
}
