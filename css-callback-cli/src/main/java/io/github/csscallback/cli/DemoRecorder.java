package io.github.csscallback.cli;

import io.github.csscallback.core.event.CallbackEvent;
import io.github.csscallback.core.event.LiveStream;
import io.github.csscallback.receiver.CallbackListener;
import io.github.csscallback.receiver.DeliverySummary;
import io.github.csscallback.receiver.Outcome;
import io.github.csscallback.receiver.Refusal;
import io.github.csscallback.receiver.Timings;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Notes what became of each posting: the receiver tells its listener before it answers. */
final class DemoRecorder implements CallbackListener {

    /**
     * What became of one posting.
     *
     * @param kind what became of it
     * @param why the same in words
     * @param record the record that the handler got; null if none was called
     * @param stream the stream; null if it was refused
     */
    record Noted(
            Outcome.Kind kind,
            String why,
            @Nullable String record,
            @Nullable LiveStream stream) {}

    private final ConcurrentLinkedQueue<Noted> news = new ConcurrentLinkedQueue<>();
    private final AtomicReference<@Nullable CallbackEvent> atHandler = new AtomicReference<>();
    private final AtomicInteger handlerCalls = new AtomicInteger();

    void handled(CallbackEvent event) {
        handlerCalls.incrementAndGet();
        atHandler.set(event);
    }

    int handlerCalls() {
        return handlerCalls.get();
    }

    /** What became of the posting that was just answered. */
    Noted take() {
        Noted noted = news.poll();
        if (noted == null) {
            throw new CommandFailure("the receiver answered without telling its listener");
        }
        return noted;
    }

    @Override
    public void accepted(DeliverySummary delivery, Timings timings) {
        CallbackEvent event = atHandler.getAndSet(null);
        news.add(new Noted(
                Outcome.Kind.HANDLED,
                delivery.authenticated() ? "handled" : "handled, though anybody may have sent it",
                event == null ? null : event.getClass().getSimpleName(),
                delivery.stream()));
    }

    @Override
    public void refused(Refusal refusal) {
        news.add(new Noted(refusal.outcome().kind(), refusal.outcome().explanation(), null, null));
    }

    @Override
    public void repeated(DeliverySummary delivery) {
        news.add(new Noted(Outcome.Kind.REPEATED, "handled before, so the handler was not called again", null, null));
    }

    @Override
    public void failed(DeliverySummary delivery, Outcome outcome) {
        news.add(new Noted(outcome.kind(), outcome.explanation(), null, delivery.stream()));
    }
}
