package io.github.csscallback.client.records;

import io.github.csscallback.core.event.EventType;
import io.github.csscallback.core.field.SecretText;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One callback as recorded by CSS. It is monitoring data: a record has no event id, domain or path, it is not documented
 * whether each retry makes one of its own, and {@code request} need not be the packet's body. Prints neither request nor
 * response. Immutable.
 *
 * <p>The canonical constructor is not API: fields may be added in a minor version.
 *
 * <p>Source: CallbackEventInfo of DescribeCallbackRecordsList (zh 51328).
 *
 * @param eventTime EventTime, when the event happened; null if absent or in an unknown form
 * @param type EventType; null if absent
 * @param streamName StreamId, the name of the stream
 * @param request Request, the callback as recorded: text in no documented form; null if there is none
 * @param response Response, the response of your server, likewise
 * @param responseTime ResponseTime, when your server responded; null if absent or in an unknown form
 * @param resultCode ResultCode, 0 for success; what others mean is not documented; null if absent
 */
public record CallbackRecord(
        @Nullable Instant eventTime,
        @Nullable EventType type,
        @Nullable String streamName,
        @Nullable SecretText request,
        @Nullable SecretText response,
        @Nullable Instant responseTime,
        @Nullable Long resultCode) {

    /**
     * Whether CSS counts it as delivered.
     *
     * @return true if the result code is 0
     */
    public boolean isDelivered() {
        return resultCode != null && resultCode == 0;
    }
}
