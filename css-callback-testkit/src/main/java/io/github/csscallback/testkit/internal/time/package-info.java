/** The time that a simulated CSS goes by, and what falls due in it. */
package io.github.csscallback.testkit.internal.time;
