package io.github.csscallback.testkit.internal.account;

import io.github.csscallback.core.event.EventType;
import io.github.csscallback.core.signature.CallbackKey;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The configuration of a push domain and path at the edge at some time. */
public sealed interface Route permits Route.Bound, Route.None {

    /**
     * A template is bound.
     *
     * @param templateId the template's id
     * @param addresses the addresses by event type, unmodifiable
     * @param key the key that packets are signed with; null if they are not signed
     * @param previousKey the previous key of this template, or that of the template that it replaced at once; null if
     *     there was none
     */
    record Bound(
            long templateId,
            Map<EventType, String> addresses,
            @Nullable CallbackKey key,
            @Nullable CallbackKey previousKey)
            implements Route {

        /** Id and event types; no address, as its path may be secret. */
        @Override
        public String toString() {
            return "Bound[template " + templateId + ", " + addresses.keySet() + "]";
        }
    }

    /**
     * No template is bound.
     *
     * @param reason the reason, for messages
     */
    record None(String reason) implements Route {}
}
