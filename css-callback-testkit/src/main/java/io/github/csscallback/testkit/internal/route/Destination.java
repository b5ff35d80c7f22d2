package io.github.csscallback.testkit.internal.route;

import io.github.csscallback.core.signature.CallbackKey;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** The destination of an event at some time. */
public sealed interface Destination {

    /**
     * An address.
     *
     * @param address an http or https address with a host that packets may be sent to
     * @param key the key to sign with; null if the packet is not signed
     * @param previousKey the previous key of the template; null if it had none
     */
    record Address(
            URI address,
            @Nullable CallbackKey key,
            @Nullable CallbackKey previousKey) implements Destination {

        /** The host; path and query may be secret. */
        @Override
        public String toString() {
            return "Address[" + address.getHost() + (key == null ? ", unsigned]" : ", signed]");
        }
    }

    /**
     * No address.
     *
     * @param reason the reason, for messages
     */
    record Nowhere(String reason) implements Destination {}
}
