/**
 * What a test of your handlers needs: {@link io.github.csscallback.testkit.SamplePackets} makes a complete packet of any
 * kind, signed if you like.
 */
package io.github.csscallback.testkit;
