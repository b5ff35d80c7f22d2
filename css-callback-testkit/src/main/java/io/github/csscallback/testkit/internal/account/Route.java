package io.github.csscallback.testkit.internal.account;

import io.github.csscallback.core.event.EventType;
import io.github.csscallback.core.signature.CallbackKey;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the edges know of a push domain and path at a time. */
public sealed interface Route permits Route.Bound, Route.None {

    /**
     * A template is bound.
     *
     * @param templateId which
     * @param addresses where it sends which events, as text, unmodifiable
     * @param key what it signs with; null if it does not
     * @param previousKey the key that was in force before this one, in this template or in the one that it replaced at
     *     once; null if there was none
     */
    record Bound(
            long templateId,
            Map<EventType, String> addresses,
            @Nullable CallbackKey key,
            @Nullable CallbackKey previousKey)
            implements Route {

        /**
         * Which template, for logs; no address, as it may hold a secret path.
         *
         * @return a short text
         */
        @Override
        public String toString() {
            return "Bound[template " + templateId + ", " + addresses.keySet() + "]";
        }
    }

    /**
     * No template is bound.
     *
     * @param why in words, for people
     */
    record None(String why) implements Route {}
}
