package io.github.csscallback.client.internal.http;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Sends a request with the JDK's client and waits for the complete response. Safe for use by several threads.
 *
 * <p>{@code HttpClient.send} is used because {@code sendAsync} hands each response over to the common pool, which costs as
 * much as the exchange itself and waits for other tasks there. The request's own timeout ends with the headers, so each call
 * is watched by {@link RunningCall} until the last byte.
 */
public final class HttpSender implements AutoCloseable {

    private static final int MAX_RESPONSE_BYTES = 8 * 1024 * 1024;

    private final HttpClient http;
    private final boolean owned;
    private final Duration timeout;
    private final Set<RunningCall> running = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    /**
     * Creates a sender.
     *
     * @param owned whether {@code http} is closed with this sender, where the JDK can close one
     * @param timeout for one exchange, from connecting to the last byte
     */
    public HttpSender(HttpClient http, boolean owned, Duration timeout) {
        this.http = http;
        this.owned = owned;
        this.timeout = timeout;
    }

    /**
     * Sends a request and waits for the complete response.
     *
     * @throws IOException if it fails; an {@link HttpTimeoutException} if the timeout expires, a {@link
     *     ResponseTooLargeException} if the response exceeds the limit
     * @throws InterruptedException if the thread is interrupted; the exchange is cancelled
     * @throws CancellationException if the sender is closed meanwhile
     * @throws IllegalStateException if the sender was closed before
     */
    public RawResponse send(HttpRequest request) throws IOException, InterruptedException {
        requireOpen();
        RunningCall call = new RunningCall(timeout);
        running.add(call);
        try {
            if (closed) {
                call.cancel();
            }
            HttpResponse<byte[]> response = http.send(request, head -> new BoundedBody(MAX_RESPONSE_BYTES));
            return new RawResponse(response.statusCode(), response.headers(), response.body());
        } catch (IOException e) {
            throwIfEndedByUs(call.end());
            throw cause(e);
        } catch (InterruptedException e) {
            throwIfEndedByUs(call.end());
            throw e;
        } finally {
            call.end();
            running.remove(call);
        }
    }

    private void throwIfEndedByUs(RunningCall.End end) throws HttpTimeoutException {
        if (end == RunningCall.End.TIMED_OUT) {
            throw new HttpTimeoutException("no complete response within " + timeout.toMillis() + " ms");
        }
        if (end == RunningCall.End.CLOSED) {
            throw new CancellationException("the client was closed");
        }
    }

    /** The JDK's client wraps what a connection or a subscriber threw in an exception of the calling thread. */
    private static IOException cause(IOException e) {
        return e.getClass() == IOException.class && e.getCause() instanceof IOException cause ? cause : e;
    }

    /**
     * Checks that this sender is open.
     *
     * @throws IllegalStateException if it is closed
     */
    public void requireOpen() {
        if (closed) {
            throw new IllegalStateException("this client is closed; make a new one");
        }
    }

    /** Rejects new exchanges and cancels running ones. */
    @Override
    public void close() {
        closed = true;
        running.forEach(RunningCall::cancel);
        if (owned) {
            closeWhereItCanBe(http);
        }
    }

    /** The JDK's client became AutoCloseable in 21; before, its daemon threads end when it is collected. */
    private static void closeWhereItCanBe(Object client) {
        if (client instanceof AutoCloseable closeable) {
            try {
                closeable.close();
            } catch (Exception e) {
                throw new IllegalStateException("the JDK's HTTP client could not be closed", e);
            }
        }
    }
}
