package io.github.csscallback.receiver;

import io.github.csscallback.core.event.CallbackEvent;

/**
 * What you do with an event that carries no signature, of a kind that you allowed to: anybody may have sent it. Otherwise
 * as {@link CallbackHandler}.
 *
 * @param <E> the event's record
 */
@FunctionalInterface
public interface UnsignedCallbackHandler<E extends CallbackEvent> {

    /**
     * Takes an event.
     *
     * @param delivery the event and how it came
     * @throws Exception if the event could not be taken, so that CSS sends it again
     */
    void handle(UnsignedDelivery<E> delivery) throws Exception;
}
