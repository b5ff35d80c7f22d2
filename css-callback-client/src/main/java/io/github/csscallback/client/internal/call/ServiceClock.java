package io.github.csscallback.client.internal.call;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * The best estimate of the service's time: this machine's, corrected by the date of a response that rejected a signature for
 * its time. The correction is kept, or every call would need two requests; it is made anew when the service rejects again.
 */
final class ServiceClock {

    private final Clock clock;
    private volatile Duration offset = Duration.ZERO;

    ServiceClock(Clock clock) {
        this.clock = clock;
    }

    Instant now() {
        return clock.instant().plus(offset);
    }

    void correct(Instant serviceTime) {
        offset = Duration.between(clock.instant(), serviceTime);
    }

    /** How far this machine's clock is off, for the log. */
    Duration offset() {
        return offset;
    }
}
