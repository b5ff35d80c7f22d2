package io.github.csscallback.receiver;

import java.time.Duration;

/**
 * How long a delivery took, by the JVM's monotonic clock.
 *
 * @param waiting from the receiver's getting the request to the handler's start
 * @param handling from the handler's start to its end
 */
public record Timings(Duration waiting, Duration handling) {

    static Timings between(long began, long started, long ended) {
        return new Timings(Duration.ofNanos(started - began), Duration.ofNanos(ended - started));
    }
}
