package io.github.csscallback.testkit.internal.route;

import io.github.csscallback.core.signature.CallbackKey;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Where an event goes at a time. */
public sealed interface Destination {

    /**
     * Somewhere.
     *
     * @param address an http or https address with a host that packets may go to
     * @param key what to sign with; null if not at all
     * @param previousKey the template's key before its last change; null if it had none
     */
    record Address(
            URI address,
            @Nullable CallbackKey key,
            @Nullable CallbackKey previousKey) implements Destination {

        /**
         * The host, for logs; path and query may be secret.
         *
         * @return a short text
         */
        @Override
        public String toString() {
            return "Address[" + address.getHost() + (key == null ? ", unsigned]" : ", signed]");
        }
    }

    /**
     * Nowhere.
     *
     * @param why in words
     */
    record Nowhere(String why) implements Destination {}
}
