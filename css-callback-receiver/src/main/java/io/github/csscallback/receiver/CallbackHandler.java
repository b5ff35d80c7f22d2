package io.github.csscallback.receiver;

import io.github.csscallback.core.event.CallbackEvent;

/**
 * What you do with an event. Returning means that the event is in your hands: CSS gets its 200 and forgets it. Throwing
 * means that it is not: CSS gets a 500 and sends it again, up to 12 times.
 *
 * <p>It is called by several threads at once, but never by two for one delivery within its lease (10 minutes by default).
 * A process that dies between the handler's return and the answer gets the event again, so make handling twice harmless
 * where it matters, with {@link Delivery#id()}.
 *
 * @param <E> the event's record
 */
@FunctionalInterface
public interface CallbackHandler<E extends CallbackEvent> {

    /**
     * Takes an event.
     *
     * @param delivery the event and how it came
     * @throws Exception if the event could not be taken, so that CSS sends it again
     */
    void handle(Delivery<E> delivery) throws Exception;
}
