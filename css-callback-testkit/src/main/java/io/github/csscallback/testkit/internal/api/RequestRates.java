package io.github.csscallback.testkit.internal.api;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;

/**
 * How many requests of an action are taken in a second.
 *
 * @param perSecond by action; an action that is not in it has no limit
 */
public record RequestRates(Map<String, Integer> perSecond) {

    /**
     * Copies the map.
     *
     * @param perSecond as above
     * @throws IllegalArgumentException if a rate is not at least 1
     */
    public RequestRates {
        perSecond = Map.copyOf(perSecond);
        perSecond.forEach((action, rate) -> {
            if (rate < 1) {
                throw new IllegalArgumentException("the rate of " + action + " must be at least 1, not " + rate);
            }
        });
    }

    /**
     * The rates that the service documents.
     *
     * @return the rates
     */
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

    /**
     * No limits.
     *
     * @return the rates
     */
    public static RequestRates off() {
        return new RequestRates(Map.of());
    }

    /**
     * The same but for one action.
     *
     * @param action which
     * @param rate at least 1
     * @return the rates
     * @throws IllegalArgumentException if the rate is not at least 1
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
