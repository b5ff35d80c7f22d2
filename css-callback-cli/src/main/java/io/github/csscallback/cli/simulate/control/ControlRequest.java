package io.github.csscallback.cli.simulate.control;

/**
 * A request that a call can work on.
 *
 * @param name what stands in the path where the call has a name; empty if it has none
 * @param body its members
 */
public record ControlRequest(String name, ControlBody body) {}
