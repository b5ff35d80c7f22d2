package io.github.csscallback.receiver;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Sees what becomes of requests, for metrics and alarms. It decides nothing: whatever it throws is logged and changes no
 * reply. Called by the thread that works on the request, by several at once; be quick.
 */
public interface CallbackListener {

    /**
     * A handler returned, so the event is yours. Also called when it returned after the deadline, when CSS had been told
     * to try again.
     *
     * @param delivery what was handled
     * @param timings how long it took
     */
    default void handled(DeliverySummary delivery, Timings timings) {}

    /**
     * A request was refused before any event came of it.
     *
     * @param rejection why
     */
    default void rejected(Rejection rejection) {}

    /**
     * A delivery came again after it was handled, and was answered 200 without calling the handler.
     *
     * @param delivery what was repeated
     */
    default void duplicate(DeliverySummary delivery) {}

    /**
     * A genuine delivery was not handled in time, and CSS was told to try again: the handler threw or is late, the same
     * delivery is in progress, too many are, or the delivery log failed. A handler that throws after it was late is
     * reported once more.
     *
     * @param delivery what was not handled
     * @param outcome why
     */
    default void failed(DeliverySummary delivery, Outcome outcome) {}

    /**
     * A delivery was handled, but the delivery log failed to note it, so that a repeat will be handled again.
     *
     * @param delivery what was handled
     * @param failure what the log threw
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
