package io.github.csscallback.receiver;

import io.github.csscallback.core.event.EventType;
import io.github.csscallback.core.event.LiveStream;
import io.github.csscallback.receiver.idempotency.IdempotencyKey;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A delivery as listeners see it: enough for counting and tracing, nothing secret.
 *
 * @param type the type of the event
 * @param liveStream the stream of the event
 * @param idempotencyKey the key of the event; null for 314 without {@code event_time}
 * @param authenticated whether its signature is valid; false for types that may come without one
 * @param receivedAt when the request arrived
 */
public record DeliverySummary(
        EventType type,
        LiveStream liveStream,
        @Nullable IdempotencyKey idempotencyKey,
        boolean authenticated,
        Instant receivedAt) {}
