package io.github.csscallback.jacksoncontract;

import io.github.csscallback.core.event.CallbackEvent;
import io.github.csscallback.core.event.StreamEndEvent;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A type as an application has it. */
public record Archived(
        String tenant,
        @Nullable CallbackEvent event,
        @Nullable StreamEndEvent end,
        Map<String, CallbackEvent> byId) {}
