package io.github.csscallback.testkit.internal.api.record;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An attempted callback with the members of CallbackEventInfo. Its string has neither request nor response.
 *
 * @param eventTime the time of the event
 * @param eventType the number of its type
 * @param request the packet
 * @param response the response body; empty if there was no response
 * @param responseTime the time of the response; null if there was none
 * @param resultCode 0 if the delivery succeeded
 * @param streamId the name of the stream
 */
public record DeliveryRecord(
        Instant eventTime,
        int eventType,
        String request,
        String response,
        @Nullable Instant responseTime,
        int resultCode,
        String streamId) {

    /** Event and result. */
    @Override
    public String toString() {
        return "DeliveryRecord[" + eventType + " at " + eventTime + " of " + streamId + ", result " + resultCode + "]";
    }
}
