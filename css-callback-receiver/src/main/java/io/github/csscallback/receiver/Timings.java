package io.github.csscallback.receiver;

import java.time.Duration;

/**
 * The durations of a delivery, by the JVM's monotonic clock.
 *
 * @param waiting from the arrival at the receiver to the start of the handler
 * @param handling from the start of the handler to its end
 */
public record Timings(Duration waiting, Duration handling) {

    static Timings between(long began, long started, long ended) {
        return new Timings(Duration.ofNanos(started - began), Duration.ofNanos(ended - started));
    }
}
