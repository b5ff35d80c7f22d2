package io.github.csscallback.testkit.internal.post;

import java.time.Duration;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * What became of a {@link Post}.
 *
 * @param headers those of the request, in the order sent
 * @param bodyBytesSent how much of the body went out
 * @param status that of the answer; empty if there was none
 * @param answer the answer's body as far as it was read, as UTF-8
 * @param failure why it counts as not answered, in words without anything from the packet; null if an answer came whole
 * @param took how long it took, in real time
 */
public record Posted(
        Map<String, String> headers,
        int bodyBytesSent,
        OptionalInt status,
        String answer,
        @Nullable String failure,
        Duration took) {}
