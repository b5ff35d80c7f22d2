package io.github.csscallback.testkit.internal.api;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;

/**
 * The accepted requests per second.
 *
 * @param perSecond the rates by action; actions without an entry have no limit
 */
public record RequestRates(Map<String, Integer> perSecond) {

    /**
     * Copies the map.
     *
     * @throws IllegalArgumentException if a rate is less than 1
     */
    public RequestRates {
        perSecond = Map.copyOf(perSecond);
        perSecond.forEach((action, rate) -> {
            if (rate < 1) {
                throw new IllegalArgumentException("the rate of " + action + " must be at least 1, not " + rate);
            }
        });
    }

    /** The rates documented by the service. */
    public static RequestRates documented() {
        return new RequestRates(Map.of(
                "CreateLiveCallbackTemplate", 200,
                "ModifyLiveCallbackTemplate", 200,
                "DeleteLiveCallbackTemplate", 200,
                "DescribeLiveCallbackTemplate", 500,
                "DescribeLiveCallbackTemplates", 500,
                "CreateLiveCallbackRule", 200,
                "DeleteLiveCallbackRule", 200,
                "DescribeLiveCallbackRules", 500,
                "DescribeCallbackRecordsList", 20));
    }

    /** No limits. */
    public static RequestRates off() {
        return new RequestRates(Map.of());
    }

    /**
     * Sets the rate of one action.
     *
     * @throws IllegalArgumentException if the rate is less than 1
     */
    public RequestRates with(String action, int rate) {
        Map<String, Integer> changed = new HashMap<>(perSecond);
        changed.put(action, rate);
        return new RequestRates(changed);
    }

    OptionalInt of(String action) {
        Integer rate = perSecond.get(action);
        return rate == null ? OptionalInt.empty() : OptionalInt.of(rate);
    }
}
