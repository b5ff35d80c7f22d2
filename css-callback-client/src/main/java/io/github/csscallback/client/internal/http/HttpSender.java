package io.github.csscallback.client.internal.http;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Sends a request over the JDK's client and waits for the whole answer. The JDK's own time-out ends with the headers, so
 * one deadline goes around everything here, and the exchange is cancelled when it passes. Safe for use by several threads.
 */
public final class HttpSender implements AutoCloseable {

    private static final int MAX_ANSWER_BYTES = 8 * 1024 * 1024;

    private final HttpClient http;
    private final boolean owned;
    private final Duration timeout;
    private final Set<Running> running = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    /** An exchange, and its answer that is waited for. Equal to itself alone, as its futures are. */
    private record Running(CompletableFuture<?> exchange, CompletableFuture<RawAnswer> answer) {

        /** Ends the waiting first: an exchange that is cancelled may say of itself that its connection broke. */
        void cancel() {
            answer.cancel(true);
            exchange.cancel(true);
        }
    }

    /**
     * Makes a sender.
     *
     * @param http the JDK's client
     * @param owned whether it is closed with this sender, where the JDK can close one
     * @param timeout for one exchange, from connecting to the last byte
     */
    public HttpSender(HttpClient http, boolean owned, Duration timeout) {
        this.http = http;
        this.owned = owned;
        this.timeout = timeout;
    }

    /**
     * Sends and waits.
     *
     * @param request the request
     * @return the answer, complete
     * @throws IOException if it fails; an {@link HttpTimeoutException} if the deadline passes, an {@link
     *     AnswerTooLargeException} if the answer is beyond all bounds
     * @throws InterruptedException if the thread is interrupted; the exchange is cancelled
     * @throws CancellationException if the sender is closed meanwhile
     * @throws IllegalStateException if it was closed before
     */
    @SuppressWarnings("FutureReturnValueIgnored") // of the stage that only passes a failure on to the answer
    public RawAnswer send(HttpRequest request) throws IOException, InterruptedException {
        requireOpen();
        CompletableFuture<RawAnswer> answer = new CompletableFuture<>();
        CompletableFuture<?> exchange = http.sendAsync(request, head -> bodyOf(head, answer));
        exchange.whenComplete((response, failure) -> {
            if (failure != null) {
                answer.completeExceptionally(failure);
            }
        });
        Running call = new Running(exchange, answer);
        running.add(call);
        boolean complete = false;
        try {
            if (closed) {
                call.cancel();
            }
            RawAnswer received = answer.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
            complete = true;
            return received;
        } catch (TimeoutException e) {
            throw new HttpTimeoutException("no complete answer within " + timeout.toMillis() + " ms");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException failure) {
                throw failure;
            }
            throw new IOException("the exchange failed", e.getCause());
        } finally {
            running.remove(call);
            if (!complete) {
                exchange.cancel(true);
            }
        }
    }

    /**
     * Ends the answer together with its body. The exchange itself is ended by the common pool, whose threads may all be
     * waiting for something of the application's; an exchange without an answer still depends on it, and on the deadline.
     */
    private static BoundedBody bodyOf(HttpResponse.ResponseInfo head, CompletableFuture<RawAnswer> answer) {
        BoundedBody body = new BoundedBody(MAX_ANSWER_BYTES);
        body.getBody().whenComplete((bytes, failure) -> {
            if (failure == null) {
                answer.complete(new RawAnswer(head.statusCode(), head.headers(), bytes));
            } else {
                answer.completeExceptionally(failure);
            }
        });
        return body;
    }

    /**
     * Refuses if closed.
     *
     * @throws IllegalStateException if this sender is closed
     */
    public void requireOpen() {
        if (closed) {
            throw new IllegalStateException("this client is closed; make a new one");
        }
    }

    /** Refuses new exchanges and cancels running ones. */
    @Override
    public void close() {
        closed = true;
        running.forEach(Running::cancel);
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
