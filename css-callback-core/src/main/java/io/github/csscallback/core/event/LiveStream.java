package io.github.csscallback.core.event;

import io.github.csscallback.core.internal.ControlCharacters;
import org.jspecify.annotations.Nullable;

/**
 * Identifies the live stream of an event. Event types name these three differently on the wire ({@code app} or {@code
 * domain}, {@code appname} or {@code path}, {@code stream_id} or {@code streamId}); here they have one name each.
 *
 * <p>The values are as sent: blanks around a name are kept, since old packets are known to have them.
 *
 * @param pushDomain the push domain; null where the event does not have it (314, 328, 338, 347)
 * @param appName the push path, AppName in the API; null where the event does not have it
 * @param streamName the stream name; null where the event does not have it (8, 314 TaskExit)
 */
public record LiveStream(
        @Nullable String pushDomain,
        @Nullable String appName,
        @Nullable String streamName) {

    @Override
    public String toString() {
        return ControlCharacters.escaped(
                "LiveStream[pushDomain=" + pushDomain + ", appName=" + appName + ", streamName=" + streamName + "]");
    }
}
