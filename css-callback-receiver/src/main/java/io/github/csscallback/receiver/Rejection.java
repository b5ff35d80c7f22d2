package io.github.csscallback.receiver;

import org.jspecify.annotations.Nullable;

/**
 * What a listener learns of a request that was refused: nothing from its body.
 *
 * @param outcome why
 * @param size the size of the body in bytes, as far as it was read
 * @param remoteAddress who sent it; null if the adapter did not say
 */
public record Rejection(Outcome outcome, int size, @Nullable String remoteAddress) {}
