package io.github.csscallback.receiver;

import io.github.csscallback.receiver.admission.ClaimToken;
import io.github.csscallback.receiver.admission.DeliveryLog;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Fifth step, dispatch: one admitted delivery, its handler and its one reply. {@link #run()} calls the handler and settles
 * the claim; {@link #expire()} answers for a handler that is late, which then goes on and still settles the claim. Whoever
 * comes first gives the reply, and there is one.
 */
final class Dispatch implements Begun, Runnable {

    /** What calls the user's handler. */
    interface Call {
        void run() throws Exception;
    }

    private final Call call;
    private final DeliverySummary summary;
    private final DeliveryLog log;
    private final @Nullable ClaimToken token;
    private final Observers observers;
    private final Runnable onEnd;
    private final long began;
    private final Instant deadline;
    private final Consumer<CallbackReply> answer;
    private final AtomicBoolean answered = new AtomicBoolean();

    Dispatch(
            Call call,
            DeliverySummary summary,
            DeliveryLog log,
            @Nullable ClaimToken token,
            Observers observers,
            Runnable onEnd,
            long began,
            Instant deadline,
            Consumer<CallbackReply> answer) {
        this.call = call;
        this.summary = summary;
        this.log = log;
        this.token = token;
        this.observers = observers;
        this.onEnd = onEnd;
        this.began = began;
        this.deadline = deadline;
        this.answer = answer;
    }

    /** When CSS should be told to try again; whoever has a timer calls {@link #expire()} then. */
    Instant deadline() {
        return deadline;
    }

    @Override
    public void run() {
        Outcome outcome;
        try {
            long started = System.nanoTime();
            call.run();
            remember();
            observers.accepted(summary, began, started);
            outcome = Outcome.of(Outcome.Kind.HANDLED, "handled");
        } catch (
                Throwable e) { // also an Error: the claim must not stay behind, or every retry would wait for its lease
            if (e instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            outcome = giveBack(Outcome.failed(
                    Outcome.Kind.FAILED, "the handler threw " + e.getClass().getName(), e));
        } finally {
            onEnd.run();
        }
        answerOnce(outcome);
    }

    /** Answers for a handler that is late, unless it has answered. */
    void expire() {
        Outcome late = Outcome.of(
                Outcome.Kind.LATE,
                "the handler is not done by the deadline; it goes on, and the retry finds its result");
        if (answerOnce(late)) {
            observers.failed(summary, late);
        }
    }

    /** Answers for a handler that could not be started. */
    void reject(String explanation) {
        Outcome overloaded = giveBack(Outcome.of(Outcome.Kind.OVERLOADED, explanation));
        onEnd.run();
        answerOnce(overloaded);
    }

    private boolean answerOnce(Outcome outcome) {
        if (!answered.compareAndSet(false, true)) {
            return false;
        }
        answer.accept(new CallbackReply(outcome));
        return true;
    }

    private void remember() {
        if (token != null) {
            try {
                log.done(token);
            } catch (RuntimeException e) {
                observers.notRemembered(summary, e);
            }
        }
    }

    private Outcome giveBack(Outcome outcome) {
        observers.failed(summary, outcome);
        if (token != null) {
            try {
                log.release(token);
            } catch (RuntimeException e) {
                observers.failed(
                        summary,
                        Outcome.failed(
                                Outcome.Kind.LOG_FAILED,
                                "the delivery log did not release the claim; retries wait until its lease ends",
                                e));
            }
        }
        return outcome;
    }
}
