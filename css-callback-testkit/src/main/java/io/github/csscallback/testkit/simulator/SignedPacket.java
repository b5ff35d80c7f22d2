package io.github.csscallback.testkit.simulator;

import io.github.csscallback.core.signature.CallbackKey;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of a packet, signed or not.
 *
 * @param bytes what to send; nobody changes them
 * @param key what it is signed with; null if it is not
 * @param t when it expires; null if it is not signed
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record SignedPacket(
        byte[] bytes, @Nullable CallbackKey key, @Nullable Instant t) {}
