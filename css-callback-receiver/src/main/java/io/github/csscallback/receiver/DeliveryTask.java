package io.github.csscallback.receiver;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * One delivery that holds a permit: claims it, calls its handler, settles the claim, releases the permit and responds, each
 * once, whatever the handler and the store do.
 */
final class DeliveryTask implements Runnable {

    private static final CallbackResponse HANDLED = new CallbackResponse(Outcome.of(Outcome.Kind.HANDLED, "handled"));

    private final VerifiedPacket packet;
    private final CallbackHandlers handlers;
    private final DeliveryClaim claim;
    private final Duration lease;
    private final ReceiverReporting reporting;
    private final Semaphore permits;
    private final DeadlineRace race;
    private final AtomicBoolean started = new AtomicBoolean();
    private boolean claimed;

    DeliveryTask(
            VerifiedPacket packet,
            CallbackHandlers handlers,
            DeliveryClaim claim,
            Duration lease,
            ReceiverReporting reporting,
            Semaphore permits,
            DeadlineRace race) {
        this.packet = packet;
        this.handlers = handlers;
        this.claim = claim;
        this.lease = lease;
        this.reporting = reporting;
        this.permits = permits;
        this.race = race;
    }

    /** Claims the delivery ahead of {@link #run}. Returns false if it is not to be handled; the response is then given. */
    boolean claim() {
        Outcome outcome = claim.acquire(lease);
        claimed = outcome == null;
        if (outcome != null) {
            if (outcome.kind() == Outcome.Kind.DUPLICATE) {
                reporting.duplicate(packet);
            } else {
                reporting.failed(packet, outcome);
            }
            respond(new CallbackResponse(outcome));
        }
        return claimed;
    }

    /** Has an executor run this task, or responds that it does not. */
    void startOn(Executor executor) {
        try {
            executor.execute(this);
        } catch (RejectedExecutionException e) {
            reject(Outcome.of(Outcome.Kind.OVERLOADED, "the executor accepts no more tasks; CSS tries again"));
        } catch (Throwable e) { // for example no memory for a thread: claim and permit must be released
            reject(Outcome.failed(Outcome.Kind.OVERLOADED, "the executor failed to start the handler", e));
        }
    }

    /** Handles the delivery in this thread, after claiming it if it is not claimed yet. Does nothing the second time. */
    @Override
    public void run() {
        if (started.compareAndSet(false, true) && (claimed || claim())) {
            handle();
        }
    }

    /** Responds for a handler that cannot be called. Does nothing if it was. */
    void reject(Outcome outcome) {
        if (started.compareAndSet(false, true)) {
            releaseClaim(outcome);
            respond(new CallbackResponse(outcome));
        }
    }

    private void handle() {
        long startNanos = reporting.nanoTime();
        Throwable failure = callHandler();
        // An interrupted thread reaches neither a store nor a peer: its status is set again after the response.
        boolean interrupted = Thread.interrupted() || failure instanceof InterruptedException;
        try {
            respond(failure == null ? handled(startNanos) : failed(failure));
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private @Nullable Throwable callHandler() {
        try {
            handlers.handle(packet);
            return null;
        } catch (Throwable e) { // also an Error: retries would wait until the lease of an unsettled claim expires
            return e;
        }
    }

    private CallbackResponse handled(long startNanos) {
        Throwable notMarked = claim.markHandled();
        if (notMarked != null) {
            reporting.storeFailed(packet, notMarked);
        }
        reporting.handled(packet, startNanos);
        return HANDLED;
    }

    private CallbackResponse failed(Throwable failure) {
        Outcome outcome = failure instanceof TryAgainLaterException
                ? Outcome.failed(
                        Outcome.Kind.TRY_AGAIN_LATER, "the handler asks for a retry: " + failure.getMessage(), failure)
                : Outcome.failed(
                        Outcome.Kind.FAILED,
                        "the handler threw " + failure.getClass().getName(),
                        failure);
        releaseClaim(outcome);
        return new CallbackResponse(outcome);
    }

    /** Releases before it reports, so that a listener that triggers the retry finds the event unclaimed. */
    private void releaseClaim(Outcome outcome) {
        Throwable notReleased = claim.release();
        reporting.failed(packet, outcome);
        if (notReleased != null) {
            reporting.failed(
                    packet,
                    Outcome.failed(
                            Outcome.Kind.STORE_FAILED,
                            "the idempotency store failed to release the claim; retries wait until its lease expires",
                            notReleased));
        }
    }

    /** Releases the permit first, so that a peer with its response finds a free one. */
    private void respond(CallbackResponse response) {
        permits.release();
        race.respond(response);
    }
}
