package io.github.csscallback.receiver;

import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** A handler against its deadline: whoever comes first gives the reply, and there is one. */
final class DeadlineRace implements Runnable {

    private final Dispatch dispatch;
    private final Consumer<CallbackReply> answer;
    private final AtomicBoolean answered = new AtomicBoolean();

    DeadlineRace(Dispatch dispatch, Consumer<CallbackReply> answer) {
        this.dispatch = dispatch;
        this.answer = answer;
    }

    /** Has the handler called by an executor. */
    void start(Executor executor) {
        try {
            executor.execute(this);
        } catch (RejectedExecutionException e) {
            answerOnce(dispatch.reject("the executor takes no more; CSS tries again"));
        }
    }

    /** Calls the handler in this thread. */
    @Override
    public void run() {
        answerOnce(dispatch.handle());
    }

    /** Answers for a handler that is late, unless there is an answer. */
    void expire() {
        if (answered.compareAndSet(false, true)) {
            answer.accept(dispatch.late());
        }
    }

    private void answerOnce(CallbackReply reply) {
        if (answered.compareAndSet(false, true)) {
            answer.accept(reply);
        }
    }
}
