package io.github.csscallback.receiver;

import io.github.csscallback.core.event.CallbackEvent;
import io.github.csscallback.core.event.FieldProblem;
import io.github.csscallback.receiver.admission.DeliveryId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What signed and unsigned deliveries have in common. */
record Received<E extends CallbackEvent>(
        E event, List<FieldProblem> problems, @Nullable DeliveryId id, Instant receivedAt, CallbackRequest request) {}
