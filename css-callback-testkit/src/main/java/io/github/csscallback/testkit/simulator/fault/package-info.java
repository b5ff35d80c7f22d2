/** The faults that a simulated CSS can inject into its deliveries. */
package io.github.csscallback.testkit.simulator.fault;
