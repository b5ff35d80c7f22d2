package io.github.csscallback.core.signature;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.IntFunction;

/**
 * The keys that may have signed a packet. Several at a time are for rotation: a changed template takes 5 to 10 minutes
 * to reach every edge, so the new and the old key are both in use for that long.
 *
 * <p>The keys are chosen by the request's target (path and query) alone, never by anything in the body, which is not
 * authenticated yet: several accounts need several targets. Implementations must be safe for use by several threads;
 * this is called for every packet, so it should not block.
 */
@FunctionalInterface
public interface CallbackKeys {

    /**
     * The keys that may have signed a packet sent to a target.
     *
     * @param target path and query as they came in the request line, for example {@code /css?account=1}
     * @return the candidates; if empty, no packet sent there is genuine
     */
    List<CallbackKey> forTarget(String target);

    /**
     * Returns whether the keys depend on the target. If they do, the receiver keeps the events of different targets
     * apart, query included, because the holder of one target's key must not be able to mark the event of another as
     * handled.
     *
     * @return true unless every target has the same keys, as with {@link #of}
     */
    default boolean dependsOnTarget() {
        return true;
    }

    /**
     * The same keys for every target, in the order given. Keys without a label get one by their place: {@code key-1},
     * {@code key-2}.
     *
     * @param keys at least one key, none twice
     * @return the keys
     * @throws IllegalArgumentException if there is no key, a key twice or a label twice
     */
    static CallbackKeys of(CallbackKey... keys) {
        return of(List.of(keys));
    }

    /**
     * The same keys for every target, in the order given.
     *
     * @param keys at least one key, none twice
     * @return the keys
     * @throws IllegalArgumentException if there is no key, a key twice or a label twice
     */
    static CallbackKeys of(List<CallbackKey> keys) {
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("no callback key given: without one no packet can be trusted");
        }
        List<CallbackKey> labelled = new ArrayList<>();
        IntFunction<String> byPlace = place -> "key-" + (place + 1);
        for (CallbackKey key : keys) {
            CallbackKey named = key.label() != null ? key : key.labelled(byPlace.apply(labelled.size()));
            for (CallbackKey earlier : labelled) {
                if (earlier.equals(named) || Objects.equals(earlier.label(), named.label())) {
                    throw new IllegalArgumentException("callback keys " + earlier.label() + " and " + named.label()
                            + " are the same key or have the same label");
                }
            }
            labelled.add(named);
        }
        return new FixedKeys(List.copyOf(labelled));
    }
}
