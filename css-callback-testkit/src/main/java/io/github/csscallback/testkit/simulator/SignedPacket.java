package io.github.csscallback.testkit.simulator;

import io.github.csscallback.core.signature.CallbackKey;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of a packet.
 *
 * @param bytes the bytes to send; must not be changed
 * @param key the key it is signed with; null if it is not signed
 * @param t the time at which it expires; null if it is not signed
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record SignedPacket(
        byte[] bytes, @Nullable CallbackKey key, @Nullable Instant t) {}
