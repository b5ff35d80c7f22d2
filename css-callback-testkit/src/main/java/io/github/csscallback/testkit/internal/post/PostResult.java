package io.github.csscallback.testkit.internal.post;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The result of a {@link Post}.
 *
 * @param requestHeaders the request headers, in the order sent
 * @param bodyBytesSent the number of body bytes sent
 * @param status the response status; null if there was none
 * @param responseBody the part of the response body that was read, as UTF-8
 * @param failure why there is no complete response, without anything of the packet; null if there is one
 * @param duration the real time it took
 */
public record PostResult(
        Map<String, String> requestHeaders,
        int bodyBytesSent,
        @Nullable Integer status,
        String responseBody,
        @Nullable String failure,
        Duration duration) {}
