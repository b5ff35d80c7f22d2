package io.github.csscallback.receiver;

import io.github.csscallback.core.event.CallbackEvent;
import io.github.csscallback.receiver.idempotency.ClaimToken;
import io.github.csscallback.receiver.idempotency.IdempotencyStore;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * Fifth step, dispatch: one admitted delivery. Calls its handler and settles its claim, whatever the handler does, and
 * gives its place back.
 */
final class Dispatch implements Begun {

    private static final CallbackResponse HANDLED = new CallbackResponse(Outcome.of(Outcome.Kind.HANDLED, "handled"));

    private final HandlerTable handlers;
    private final Received<CallbackEvent> received;
    private final IdempotencyStore log;
    private final @Nullable ClaimToken token;
    private final Observers observers;
    private final Semaphore places;
    private final long began;
    private final Deadlines deadlines;

    Dispatch(
            HandlerTable handlers,
            Received<CallbackEvent> received,
            IdempotencyStore log,
            @Nullable ClaimToken token,
            Observers observers,
            Semaphore places,
            long began,
            Deadlines deadlines) {
        this.handlers = handlers;
        this.received = received;
        this.log = log;
        this.token = token;
        this.observers = observers;
        this.places = places;
        this.began = began;
        this.deadlines = deadlines;
    }

    /** When CSS should be told to try again if the handler is not done. */
    Instant deadline() {
        return received.receivedAt().plus(deadlines.of(received.event()));
    }

    /** Calls the handler, in this thread. */
    CallbackResponse handle() {
        long started = observers.nanoTime();
        Throwable failure = callHandler();
        // An interrupted thread cannot reach a store, so the mark is put back when the claim is settled.
        boolean interrupted = Thread.interrupted() || failure instanceof InterruptedException;
        try {
            if (failure != null) {
                return giveBack(Outcome.failed(
                        Outcome.Kind.FAILED,
                        "the handler threw " + failure.getClass().getName(),
                        failure));
            }
            remember();
            observers.handled(received, began, started);
            return HANDLED;
        } finally {
            places.release();
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** What the handler threw, or null. */
    private @Nullable Throwable callHandler() {
        try {
            handlers.handle(received);
            return null;
        } catch (Throwable e) { // also an Error: a claim that stayed behind would make every retry wait for its lease
            return e;
        }
    }

    /** Gives the delivery back without calling the handler. */
    CallbackResponse reject(Outcome outcome) {
        places.release();
        return giveBack(outcome);
    }

    /** Says that the handler is late. It goes on, and settles the claim when it is done. */
    CallbackResponse late() {
        Outcome late = Outcome.of(
                Outcome.Kind.DEADLINE_EXCEEDED,
                "the handler is not done by the deadline; it goes on, and the retry finds its result");
        observers.failed(received, late);
        return new CallbackResponse(late);
    }

    private void remember() {
        if (token != null) {
            try {
                log.markHandled(token);
            } catch (Throwable e) { // a store may fail in any way; the event is handled all the same
                observers.storeFailed(received, e);
            }
        }
    }

    /** Releases first, so that who is told of the failure finds the way free. */
    private CallbackResponse giveBack(Outcome outcome) {
        Throwable notReleased = release();
        observers.failed(received, outcome);
        if (notReleased != null) {
            observers.failed(
                    received,
                    Outcome.failed(
                            Outcome.Kind.STORE_FAILED,
                            "the delivery log did not release the claim; retries wait until its lease ends",
                            notReleased));
        }
        return new CallbackResponse(outcome);
    }

    /** What the log threw, or null. */
    private @Nullable Throwable release() {
        if (token != null) {
            try {
                log.release(token);
            } catch (Throwable e) { // a store may fail in any way
                return e;
            }
        }
        return null;
    }
}
