package io.github.csscallback.testkit.simulator;

import io.github.csscallback.core.event.EventType;
import io.github.csscallback.core.event.RetrySchedule;
import io.github.csscallback.core.template.Site;
import io.github.csscallback.testkit.simulator.fault.RandomFaults;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The settings of a {@link CssSimulator}, as made by its {@link CssSimulator.Builder builder}. Contains no credentials;
 * {@link CssSimulator#api()} has those.
 *
 * @param realTime whether time is real instead of simulated
 * @param start where simulated time starts, or null for the second of the start
 * @param clockShared whether {@code t} is counted from the simulator's clock instead of the system's
 * @param site the site whose API is simulated
 * @param apiPort the port of the management API; 0 for any free port
 * @param apiClock the clock that the timestamps of API requests are compared with
 * @param requestRates the requests per second that the API accepts, by action; actions without an entry have no limit
 * @param shortestPropagation the least time until a change made over the API is in force
 * @param longestPropagation the greatest time until then
 * @param retries the schedules that replace {@link EventType#retrySchedule()}
 * @param responseTimeout the response timeout of all types where {@link EventType#responseTimeout()} is not less, or null
 * @param responseTimeouts the response timeouts of single types, which replace all others
 * @param signatureOnRetry whether retries are signed anew
 * @param validity the time from signing a packet to its {@code t}
 * @param allowedTargets the hosts that packets may be sent to besides loopback
 * @param randomFaults random faults, or null
 * @param seed the seed of all generated values, or null for a random one
 * @param workers the number of events sent at the same time in real time
 */
public record SimulatorSettings(
        boolean realTime,
        @Nullable Instant start,
        boolean clockShared,
        Site site,
        int apiPort,
        Clock apiClock,
        Map<String, Integer> requestRates,
        Duration shortestPropagation,
        Duration longestPropagation,
        Map<EventType, RetrySchedule> retries,
        @Nullable Duration responseTimeout,
        Map<EventType, Duration> responseTimeouts,
        SignatureOnRetry signatureOnRetry,
        Duration validity,
        Set<String> allowedTargets,
        @Nullable RandomFaults randomFaults,
        @Nullable Long seed,
        int workers) {

    /** Copies the collections. */
    public SimulatorSettings {
        requestRates = Map.copyOf(requestRates);
        retries = Map.copyOf(retries);
        responseTimeouts = Map.copyOf(responseTimeouts);
        allowedTargets = Set.copyOf(allowedTargets);
    }

    /** The retries of a type: as set, else those of CSS. */
    public RetrySchedule retrySchedule(EventType type) {
        return retries.getOrDefault(type, type.retrySchedule());
    }

    /** The response timeout of a type: as set for it, else the common one, which lengthens none but the usual 20 seconds. */
    public Duration responseTimeout(EventType type) {
        Duration ofType = responseTimeouts.get(type);
        if (ofType != null) {
            return ofType;
        }
        Duration documented = type.responseTimeout();
        if (responseTimeout == null) {
            return documented;
        }
        boolean usual = documented.equals(EventType.STREAM_BEGIN.responseTimeout());
        return usual || responseTimeout.compareTo(documented) < 0 ? responseTimeout : documented;
    }
}
