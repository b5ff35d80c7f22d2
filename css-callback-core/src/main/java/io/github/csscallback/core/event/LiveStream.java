package io.github.csscallback.core.event;

import org.jspecify.annotations.Nullable;

/**
 * Which live stream an event is about. Event types name these three differently on the wire ({@code app} or
 * {@code domain}, {@code appname} or {@code path}, {@code stream_id} or {@code streamId}); here they have one name each.
 *
 * <p>The values are as sent: blanks around a name are kept, since old packets are known to have them.
 *
 * @param domain the push domain; null where the event does not say (314, 328, 338, 347)
 * @param path the push path, called AppName by the API; null where the event does not say
 * @param name the stream name; null where the event does not say (8, 314 TaskExit)
 */
public record LiveStream(
        @Nullable String domain,
        @Nullable String path,
        @Nullable String name) {}
