package io.github.csscallback.receiver;

import org.jspecify.annotations.Nullable;

/**
 * A rejected request, without any content of its body.
 *
 * @param outcome the reason
 * @param size the number of bytes of the body that were read
 * @param remoteAddress the peer's address; null if the adapter gave none
 */
public record Rejection(Outcome outcome, int size, @Nullable String remoteAddress) {}
