/**
 * The one adapter over {@code com.sun.net.httpserver}: threads, time and memory are bounded, for each server by itself. The
 * receiver's server, the simulated API and the control address of the command line run on it.
 */
@org.jspecify.annotations.NullMarked
package io.github.csscallback.receiver.internal.httpserver;
