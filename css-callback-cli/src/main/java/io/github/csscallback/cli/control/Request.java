package io.github.csscallback.cli.control;

/**
 * A request that a call can work on.
 *
 * @param name what stands in the path where the call has a name; empty if it has none
 * @param body its members
 */
record Request(String name, Body body) {}
