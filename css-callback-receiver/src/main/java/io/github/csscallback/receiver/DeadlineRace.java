package io.github.csscallback.receiver;

import io.github.csscallback.receiver.internal.deadline.DeadlineTimer;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Races the handler against the deadline. The first of them gives the response; the responder is called exactly once. */
final class DeadlineRace {

    private final ReceiverReporting reporting;
    private final Consumer<CallbackResponse> responder;
    private final AtomicBoolean responded = new AtomicBoolean();
    private @Nullable VerifiedPacket packet;
    private @Nullable Runnable cancelTimeout;

    DeadlineRace(ReceiverReporting reporting, Consumer<CallbackResponse> responder) {
        this.reporting = reporting;
        this.responder = responder;
    }

    /**
     * Starts the deadline, before the handler is started.
     *
     * @throws java.util.concurrent.RejectedExecutionException if the timer accepts no more tasks
     */
    void start(VerifiedPacket delivered, DeadlineTimer timer, Duration limit) {
        this.packet = delivered;
        this.cancelTimeout = timer.schedule(this::expire, limit);
    }

    void respond(CallbackResponse response) {
        if (responded.compareAndSet(false, true)) {
            if (cancelTimeout != null) {
                cancelTimeout.run(); // or the timer would hold the packet until the deadline
            }
            callResponder(response);
        }
    }

    /** Responds for a handler that is not done. It goes on, and settles the claim when it is. */
    void expire() {
        if (packet != null && responded.compareAndSet(false, true)) {
            Outcome outcome = Outcome.of(
                    Outcome.Kind.DEADLINE_EXCEEDED,
                    "the handler is not done by the deadline; it goes on, and the retry gets its result");
            reporting.failed(packet, outcome);
            callResponder(new CallbackResponse(outcome));
        }
    }

    private void callResponder(CallbackResponse response) {
        try {
            responder.accept(response);
        } catch (Throwable e) { // the caller's code; it must not stop the thread that calls it
            reporting.responderFailed(response, e);
        }
    }
}
