package io.github.csscallback.testkit.internal.api.record;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One callback that was tried, as CallbackEventInfo has it. Prints neither request nor response.
 *
 * @param eventTime when the event happened
 * @param eventType its number
 * @param request what was sent
 * @param response what came back; empty if nothing did
 * @param responseTime when it came back; null if nothing did
 * @param resultCode 0 if it was delivered
 * @param streamId the stream's name
 */
public record DeliveryRecord(
        Instant eventTime,
        int eventType,
        String request,
        String response,
        @Nullable Instant responseTime,
        int resultCode,
        String streamId) {

    /**
     * Event and result, for logs.
     *
     * @return a short text
     */
    @Override
    public String toString() {
        return "DeliveryRecord[" + eventType + " at " + eventTime + " of " + streamId + ", result " + resultCode + "]";
    }
}
