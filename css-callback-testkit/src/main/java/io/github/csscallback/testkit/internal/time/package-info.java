/** The schedulers of a simulated CSS, for simulated and for real time. */
package io.github.csscallback.testkit.internal.time;
