package io.github.csscallback.receiver.internal.read;

import io.github.csscallback.core.event.EventType;
import io.github.csscallback.core.internal.Members;
import io.github.csscallback.core.internal.SignedMembers;

/**
 * A well-formed packet that has not been verified.
 *
 * @param type the type it claims
 * @param signed the positions of {@code t} and {@code sign}
 * @param members all members
 */
public record Packet(EventType type, SignedMembers signed, Members members) {}
