/** The simulated CSS in JUnit 5 tests. Needs {@code junit-jupiter-api}, which the testkit does not bring. */
package io.github.csscallback.testkit.junit;
