package io.github.csscallback.receiver;

import io.github.csscallback.core.event.EventType;
import io.github.csscallback.core.event.LiveStream;
import io.github.csscallback.receiver.idempotency.IdempotencyKey;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a listener learns of a delivery: enough to count and to trace, nothing secret.
 *
 * @param type the kind of event
 * @param liveStream the stream it is about
 * @param idempotencyKey the delivery's identity; null for 314 without {@code event_time}
 * @param authenticated whether its signature held; false for the unsigned kinds that you allowed
 * @param receivedAt when the request came
 */
public record DeliverySummary(
        EventType type,
        LiveStream liveStream,
        @Nullable IdempotencyKey idempotencyKey,
        boolean authenticated,
        Instant receivedAt) {}
