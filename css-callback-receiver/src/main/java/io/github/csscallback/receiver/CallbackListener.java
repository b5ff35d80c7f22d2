package io.github.csscallback.receiver;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Observes the outcomes of requests, for metrics and alarms. It cannot change an outcome: an exception that it throws is
 * logged. Called by the thread that works on the request, or by the timer's thread at a deadline, by several at once; it
 * should return quickly.
 */
public interface CallbackListener {

    /**
     * A handler returned. Also called if it returned after the deadline, when CSS had been asked to retry.
     *
     * @param delivery the delivery handled
     * @param timings its durations
     */
    default void handled(DeliverySummary delivery, Timings timings) {}

    /**
     * A request was rejected before an event was decoded.
     *
     * @param rejection the reason
     */
    default void rejected(Rejection rejection) {}

    /**
     * A delivery of an event that was handled before; the response was 200, and no handler was called.
     *
     * @param delivery the duplicate
     */
    default void duplicate(DeliverySummary delivery) {}

    /**
     * A genuine delivery was not handled in time, and CSS retries: the handler threw or exceeded its deadline, another
     * delivery of the event is in progress, too many deliveries are, or the idempotency store failed. A handler that throws
     * after its deadline is reported once more.
     *
     * @param delivery the delivery not handled
     * @param outcome the reason
     */
    default void failed(DeliverySummary delivery, Outcome outcome) {}

    /**
     * A delivery was handled, but the idempotency store failed to mark it, so that a duplicate will be handled again.
     *
     * @param delivery the delivery handled
     * @param failure the exception of the store
     */
    default void storeFailed(DeliverySummary delivery, Throwable failure) {}

    /**
     * A {@code CallbackServer} no longer accepts connections, without having been closed: an error such as out of memory
     * ended its accept loop. It does not recover; restart the process.
     *
     * @param uri the address of the server
     * @param cause the error; null if unknown
     */
    default void serverFailed(URI uri, @Nullable Throwable cause) {}
}
