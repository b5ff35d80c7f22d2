package io.github.csscallback.cli.simulate.control;

/** How time passes for the simulated CSS; as a user types it. */
public enum SimulatedTime {
    /** As it does. */
    real,
    /** When it is told to. */
    simulated
}
