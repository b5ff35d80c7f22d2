package io.github.csscallback.receiver.internal.read;

import io.github.csscallback.core.event.EventType;
import io.github.csscallback.core.internal.Members;
import org.jspecify.annotations.Nullable;

/**
 * One well-formed packet, of which nothing is known to be true yet.
 *
 * @param type the kind it claims to be
 * @param t the member {@code t} as it is written, whatever its form; null if absent or null
 * @param sign the member {@code sign} as it is written, whatever its form; null if absent or null
 * @param members all members
 */
public record Packet(
        EventType type, @Nullable String t, @Nullable String sign, Members members) {}
