package io.github.csscallback.receiver.internal.read;

import io.github.csscallback.core.event.EventType;
import io.github.csscallback.core.internal.Members;
import io.github.csscallback.core.internal.SignedMembers;

/**
 * One well-formed packet, of which nothing is known to be true yet.
 *
 * @param type the kind it claims to be
 * @param signed where its {@code t} and {@code sign} stand
 * @param members all members
 */
public record Packet(EventType type, SignedMembers signed, Members members) {}
