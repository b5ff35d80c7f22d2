package io.github.csscallback.receiver;

import io.github.csscallback.core.event.CallbackEvent;

/**
 * Handles an event. If it returns, CSS gets 200 and does not send the event again. If it throws, CSS gets 500, or 503 for a
 * {@link TryAgainLaterException}, and sends the event again, up to 12 times.
 *
 * <p>It is called by several threads at once, but never by two for one event within its lease (10 minutes by default). If the
 * process dies between the handler's return and the response, the event comes again; where that matters, make handling twice
 * harmless with {@link Delivery#idempotencyKey()}.
 *
 * @param <E> the event's record
 */
@FunctionalInterface
public interface CallbackHandler<E extends CallbackEvent> {

    /**
     * Handles an event.
     *
     * @param delivery the event and how it was received
     * @throws Exception if the event could not be handled, so that CSS sends it again
     */
    void handle(Delivery<E> delivery) throws Exception;
}
