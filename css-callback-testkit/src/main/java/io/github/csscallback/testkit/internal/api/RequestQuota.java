package io.github.csscallback.testkit.internal.api;

import io.github.csscallback.testkit.internal.api.message.ApiErrorException;
import io.github.csscallback.testkit.internal.api.message.ErrorCode;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.LongSupplier;

/**
 * Counts the requests of each action in periods of a second. A period starts with the first request after the previous
 * one has ended; rejected requests count too, as with the service. Safe for use by several threads.
 */
final class RequestQuota {

    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private static final class Count {

        private final long began;
        private int requests;

        Count(long began) {
            this.began = began;
        }
    }

    private final RequestRates rates;
    private final LongSupplier nanoTime;
    private final Map<String, Count> counts = new HashMap<>();

    RequestQuota(RequestRates rates, LongSupplier nanoTime) {
        this.rates = rates;
        this.nanoTime = nanoTime;
    }

    /**
     * Counts a request.
     *
     * @throws ApiErrorException if it exceeds the rate
     */
    synchronized void count(String action) {
        OptionalInt rate = rates.of(action);
        if (rate.isEmpty()) {
            return;
        }
        long now = nanoTime.getAsLong();
        Count count = counts.get(action);
        if (count == null || now - count.began >= SECOND) {
            count = new Count(now);
            counts.put(action, count);
        }
        count.requests++;
        if (count.requests > rate.getAsInt()) {
            throw new ApiErrorException(
                    ErrorCode.REQUEST_LIMIT_EXCEEDED,
                    "this is request " + count.requests + " of " + action + " within a second; " + rate.getAsInt()
                            + " are allowed; wait for the next one");
        }
    }
}
