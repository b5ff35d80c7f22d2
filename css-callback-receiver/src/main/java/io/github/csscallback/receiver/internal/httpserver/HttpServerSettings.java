package io.github.csscallback.receiver.internal.httpserver;

import java.net.InetSocketAddress;
import java.time.Duration;

/**
 * The bounds of a {@link BoundedHttpServer}.
 *
 * @param address where to listen; port 0 for any free one
 * @param threadName the prefix of the names of its threads
 * @param maxThreads how many requests are read, handled or responded to at once; the connections of more are reset
 * @param headersTimeout for reading a request's line and headers
 * @param exchangeTimeout for reading a body and for writing a response, each
 * @param closeTimeout how long closing waits for requests that are being handled
 * @param maxBodyBytes the largest body
 * @param maxBufferedBytes the memory for bodies of all requests together, without the first 8 KiB of each
 */
public record HttpServerSettings(
        InetSocketAddress address,
        String threadName,
        int maxThreads,
        Duration headersTimeout,
        Duration exchangeTimeout,
        Duration closeTimeout,
        int maxBodyBytes,
        int maxBufferedBytes) {}
