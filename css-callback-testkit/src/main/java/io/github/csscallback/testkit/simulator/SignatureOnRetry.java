package io.github.csscallback.testkit.simulator;

/**
 * What happens to {@code t} and {@code sign} when a packet is sent again. Nobody documents it (protocol: a real packet with
 * {@code t} 1022 s after its event suggests that they are set anew), so test your receiver with both.
 */
public enum SignatureOnRetry {
    /** Each attempt has a {@code t} of its own, signed with the key in force then. */
    RENEWED,
    /** All attempts carry what the first one carried, byte for byte; the last ones come after their {@code t}. */
    KEPT
}
