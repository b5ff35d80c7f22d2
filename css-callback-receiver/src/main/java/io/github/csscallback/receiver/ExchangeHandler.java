package io.github.csscallback.receiver;

import com.sun.net.httpserver.HttpExchange;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The adapter between the JDK's server and the receiver: one exchange in, one reply out. */
final class ExchangeHandler {

    private static final int CHUNK = 8192;
    private static final int MAX_SKIPPED = 8 << 20;
    private static final int MOST_OPEN = 1 << 20;

    private final Logger log = LoggerFactory.getLogger(CallbackServer.class);
    private final CallbackReceiver receiver;
    private final String path;
    /** Bounds the handlers: given back before the answer goes out, so that whoever has an answer finds a place. */
    private final Semaphore places;
    /** Counts the exchanges until their answer is out, so that closing cuts none off. */
    private final Semaphore open = new Semaphore(MOST_OPEN);

    private final Duration exchangeTimeout;
    private final ExchangeWatch watch;
    private final Executor threads;
    private volatile boolean closing;

    ExchangeHandler(
            CallbackReceiver receiver,
            String path,
            int maxConcurrent,
            Duration exchangeTimeout,
            ExchangeWatch watch,
            Executor threads) {
        this.receiver = receiver;
        this.path = path;
        this.places = new Semaphore(maxConcurrent);
        this.exchangeTimeout = exchangeTimeout;
        this.watch = watch;
        this.threads = threads;
    }

    void refuseFromNowOn() {
        closing = true;
    }

    boolean awaitIdle(Duration limit) {
        try {
            return open.tryAcquire(MOST_OPEN, limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /**
     * Runs what the JDK's server does with a request: it reads the headers and then calls {@link #handle}. A peer that does
     * not send them, or does not read what is written before, would keep this thread for as long as it likes.
     */
    void run(Runnable request) {
        ExchangeWatch.Alarm alarm = watch.after(exchangeTimeout, Thread.currentThread()::interrupt);
        try {
            request.run();
        } finally {
            alarm.cancel();
        }
    }

    /**
     * The server's context answers every path below it, so the path is compared here.
     *
     * @throws IOException to have the server cut the connection: only what is thrown makes it forget a connection whose
     *     request was not read to its end
     */
    void handle(HttpExchange exchange) throws IOException {
        if (!watch.cancelOwn()) {
            throw new IOException("the headers took too long"); // has the server cut the connection
        }
        if (!open.tryAcquire()) {
            throw new IOException("closed");
        }
        try {
            handleOpen(exchange);
        } finally {
            open.release();
        }
    }

    private void handleOpen(HttpExchange exchange) throws IOException {
        URI uri = exchange.getRequestURI();
        if (!path.equals(uri.getRawPath())) {
            receiver.reject(
                    Outcome.Kind.WRONG_PATH,
                    "sent to another path than " + path + "; compare the address in the callback template",
                    0,
                    addressOf(exchange));
            withinTime(() -> refuseUnread(exchange, 404));
        } else if (closing || !places.tryAcquire()) {
            receiver.reject(
                    Outcome.Kind.OVERLOADED,
                    closing
                            ? "the server is closing; CSS tries again"
                            : "as many requests as maxConcurrent allows are being handled; CSS tries again",
                    0,
                    addressOf(exchange));
            withinTime(() -> refuseUnread(exchange, 503));
        } else {
            Place place = new Place();
            try {
                receive(exchange, uri, place);
            } finally {
                place.giveBack();
            }
        }
    }

    /** One place among the handlers, to be given back once. */
    private final class Place {

        private final AtomicBoolean givenBack = new AtomicBoolean();

        void giveBack() {
            if (givenBack.compareAndSet(false, true)) {
                places.release();
            }
        }
    }

    private void receive(HttpExchange exchange, URI uri, Place place) throws IOException {
        byte[] body = read(exchange);
        CallbackRequest request = CallbackRequest.builder()
                .method(exchange.getRequestMethod())
                .target(uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery())
                .headers(exchange.getRequestHeaders()::getFirst)
                .remoteAddress(addressOf(exchange))
                .body(body)
                .build();
        if (receiver.executor() != null) {
            CallbackResponse response = receiver.receive(request);
            place.giveBack();
            send(exchange, response);
            return;
        }
        AtomicReference<@Nullable IOException> failure = new AtomicReference<>();
        Thread own = Thread.currentThread();
        receiver.receive(request, response -> {
            if (Thread.currentThread() == own) {
                watch.cancelOwn(); // sending has an alarm of its own
                place.giveBack();
                try {
                    send(exchange, response);
                } catch (IOException e) {
                    failure.set(e);
                }
            } else {
                threads.execute(() -> sendLater(exchange, response)); // a late handler goes on, in its place
            }
        });
        IOException thrown = failure.get();
        if (thrown != null) {
            throw thrown;
        }
    }

    private static String addressOf(HttpExchange exchange) {
        return exchange.getRemoteAddress().getAddress().getHostAddress();
    }

    /** The body as far as it may be long, one byte over the limit at most. */
    private byte[] read(HttpExchange exchange) throws IOException {
        AtomicBoolean tooSlow = new AtomicBoolean();
        ExchangeWatch.Alarm alarm = watch.after(exchangeTimeout, () -> {
            tooSlow.set(true);
            exchange.close();
        });
        try {
            byte[] body = readUpTo(exchange.getRequestBody(), roomFor(exchange), receiver.maxBodyBytes() + 1);
            if (body.length > receiver.maxBodyBytes()) {
                // A peer that is still sending when the connection closes would not see its 413.
                skipUpTo(exchange.getRequestBody(), MAX_SKIPPED);
            }
            return body;
        } catch (IOException e) {
            log.debug("a request body {}", tooSlow.get() ? "did not come within " + exchangeTimeout : "broke off");
            throw e;
        } finally {
            alarm.cancel();
        }
    }

    /** As much as was announced, and a byte more, so that the end is seen; never much on the word of a stranger. */
    private static int roomFor(HttpExchange exchange) {
        String announced = exchange.getRequestHeaders().getFirst("Content-Length");
        if (announced == null) {
            return CHUNK;
        }
        try {
            return Math.min(CHUNK - 1, Math.max(0, Integer.parseInt(announced))) + 1;
        } catch (NumberFormatException e) { // beside chunks it may be anything, and counts for nothing
            return CHUNK;
        }
    }

    private static byte[] readUpTo(InputStream in, int room, int limit) throws IOException {
        byte[] first = in.readNBytes(Math.min(room, limit));
        if (first.length < room) {
            return first;
        }
        ByteArrayOutputStream all = new ByteArrayOutputStream(4 * CHUNK);
        all.writeBytes(first);
        byte[] chunk = new byte[CHUNK];
        int read = 0;
        while (all.size() < limit && (read = in.read(chunk, 0, Math.min(CHUNK, limit - all.size()))) >= 0) {
            all.write(chunk, 0, read);
        }
        return all.toByteArray();
    }

    private static void skipUpTo(InputStream in, int limit) throws IOException {
        byte[] chunk = new byte[CHUNK];
        int skipped = 0;
        int read;
        while (skipped < limit && (read = in.read(chunk)) >= 0) {
            skipped += read;
        }
    }

    private void sendLater(HttpExchange exchange, CallbackResponse response) {
        try {
            send(exchange, response);
        } catch (IOException e) {
            log.debug("the peer was gone before its response");
        }
    }

    private void send(HttpExchange exchange, CallbackResponse reply) throws IOException {
        withinTime(() -> sendNow(exchange, reply));
    }

    /** Something that ends when the peer has taken its answer. */
    private interface Sending {
        void run() throws IOException;
    }

    /**
     * Has a peer that does not read its answers cut off, since it would keep this thread for as long as it likes. Only an
     * interruption ends a write that waits; it closes the connection.
     */
    private void withinTime(Sending sending) throws IOException {
        ExchangeWatch.Alarm alarm = watch.after(exchangeTimeout, Thread.currentThread()::interrupt);
        try {
            sending.run();
        } finally {
            if (!alarm.cancel()) {
                Thread.interrupted();
                log.debug("an answer was not taken within {}", exchangeTimeout);
            }
        }
    }

    private static void sendNow(HttpExchange exchange, CallbackResponse reply) throws IOException {
        reply.headers().forEach(exchange.getResponseHeaders()::set);
        if (reply.outcome().kind() == Outcome.Kind.TOO_LARGE) {
            refuseUnread(exchange, reply.status());
        } else if (exchange.getRequestMethod().equals("HEAD")) {
            // The JDK's server warns of every answer to HEAD that announces a length; any stranger could fill the log.
            exchange.sendResponseHeaders(reply.status(), -1);
        } else {
            try (exchange) {
                byte[] body = reply.body();
                exchange.sendResponseHeaders(reply.status(), body.length);
                exchange.getResponseBody().write(body);
            }
        }
    }

    /**
     * Answers without reading what the peer still sends, and has the connection cut. Closing the exchange, or sending
     * headers without a body, would wait for the rest of the request, as long as the peer likes.
     */
    private static void refuseUnread(HttpExchange exchange, int status) throws IOException {
        if (!exchange.getRequestMethod().equals("HEAD")) {
            byte[] body = CallbackResponse.bodyOf(status);
            exchange.getResponseHeaders().set("Connection", "close");
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
            exchange.getResponseBody().flush();
        }
        throw new IOException("answered " + status + "; the request was not read to its end, so its connection is cut");
    }
}
