package io.github.csscallback.receiver;

import io.github.csscallback.core.event.CallbackEvent;

/**
 * Handles an event of a type that you allowed to come without a signature: anybody may have sent it. Otherwise like {@link
 * CallbackHandler}.
 *
 * @param <E> the event's record
 */
@FunctionalInterface
public interface UnsignedCallbackHandler<E extends CallbackEvent> {

    /**
     * Handles an event.
     *
     * @param delivery the event and how it was received
     * @throws Exception if the event could not be handled, so that CSS sends it again
     */
    void handle(UnsignedDelivery<E> delivery) throws Exception;
}
