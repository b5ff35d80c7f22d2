/** A CSS in your own process: its management API and the deliveries of events. */
package io.github.csscallback.testkit.simulator;
