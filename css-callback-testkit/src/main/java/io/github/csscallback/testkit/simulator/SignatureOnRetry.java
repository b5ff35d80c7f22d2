package io.github.csscallback.testkit.simulator;

/**
 * How {@code t} and {@code sign} are set when a packet is retried. The behaviour of CSS is not documented (a real
 * packet whose {@code t} was 1022 s after its event suggests that they are renewed), so test your receiver with both.
 */
public enum SignatureOnRetry {
    /** Each attempt has its own {@code t}, signed with the key in force at that time. */
    RENEWED,
    /** All attempts are equal to the first, byte for byte; the last ones arrive after their {@code t}. */
    KEPT
}
