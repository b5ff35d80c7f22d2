/**
 * Complete sample packets of all event types, for tests of handlers: {@link
 * io.github.csscallback.testkit.SamplePackets}.
 */
package io.github.csscallback.testkit;
