package io.github.csscallback.testkit.internal.post;

import java.net.URI;
import java.time.Duration;

/**
 * A packet to be posted.
 *
 * @param address an http or https address with a host
 * @param body what to send; not copied, so it must not change
 * @param within how long connecting, sending and being answered may take together, beside {@code slowFor}
 * @param cut where to cut the connection
 * @param slowFor over how long to spread the body; zero to send it at once
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record Post(URI address, byte[] body, Duration within, ConnectionCut cut, Duration slowFor) {

    /**
     * The host and how much goes there, for logs; path and query may be secret.
     *
     * @return a short text
     */
    @Override
    public String toString() {
        return "Post[" + address.getHost() + ", " + body.length + " bytes, " + cut + "]";
    }
}
