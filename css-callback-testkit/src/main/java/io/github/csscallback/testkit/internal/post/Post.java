package io.github.csscallback.testkit.internal.post;

import java.net.URI;
import java.time.Duration;

/**
 * A packet to send.
 *
 * @param address an http or https address with a host
 * @param body the body; not copied, so it must not change
 * @param timeout the time limit for connecting, sending and receiving the response together, in addition to {@code
 *     slowFor}
 * @param cut where to cut the connection
 * @param slowFor the period over which the body is sent in pieces; zero to send it at once
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record Post(URI address, byte[] body, Duration timeout, ConnectionCut cut, Duration slowFor) {

    /** The host and the number of bytes; path and query may be secret. */
    @Override
    public String toString() {
        return "Post[" + address.getHost() + ", " + body.length + " bytes, " + cut + "]";
    }
}
