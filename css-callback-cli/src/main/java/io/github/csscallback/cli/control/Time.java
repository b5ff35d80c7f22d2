package io.github.csscallback.cli.control;

/** How time passes for the simulated CSS; as a user types it. */
public enum Time {
    /** As it does. */
    real,
    /** When it is told to. */
    simulated
}
