package io.github.csscallback.receiver;

import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** A handler against its deadline: whoever comes first gives the reply, and there is one. */
final class DeadlineRace implements Runnable {

    private final Dispatch dispatch;
    private final Consumer<CallbackResponse> answer;
    private final AtomicBoolean begun = new AtomicBoolean();
    private final AtomicBoolean answered = new AtomicBoolean();

    DeadlineRace(Dispatch dispatch, Consumer<CallbackResponse> answer) {
        this.dispatch = dispatch;
        this.answer = answer;
    }

    /** Has the handler called by an executor. */
    void start(Executor executor) {
        try {
            executor.execute(this);
        } catch (RejectedExecutionException e) {
            reject(Outcome.of(Outcome.Kind.OVERLOADED, "the executor takes no more; CSS tries again"));
        } catch (Throwable e) { // for example no memory for one more thread: claim and place must not stay behind
            reject(Outcome.failed(Outcome.Kind.OVERLOADED, "the executor could not take the delivery", e));
        }
    }

    /** Answers for a handler that cannot be called; does nothing for one that was. */
    void reject(Outcome outcome) {
        if (begun.compareAndSet(false, true)) {
            answerOnce(dispatch.reject(outcome));
        }
    }

    /** Calls the handler in this thread. */
    @Override
    public void run() {
        if (!begun.compareAndSet(false, true)) {
            return;
        }
        CallbackResponse reply = dispatch.handle();
        boolean interrupted = Thread.interrupted(); // an interrupted thread cannot send the answer
        try {
            answerOnce(reply);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Answers for a handler that is late, unless there is an answer. */
    void expire() {
        if (answered.compareAndSet(false, true)) {
            answer.accept(dispatch.late());
        }
    }

    private void answerOnce(CallbackResponse reply) {
        if (answered.compareAndSet(false, true)) {
            answer.accept(reply);
        }
    }
}
