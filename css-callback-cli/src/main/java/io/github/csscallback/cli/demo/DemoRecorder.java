package io.github.csscallback.cli.demo;

import io.github.csscallback.cli.process.CommandFailureException;
import io.github.csscallback.core.event.CallbackEvent;
import io.github.csscallback.receiver.CallbackListener;
import io.github.csscallback.receiver.DeliverySummary;
import io.github.csscallback.receiver.Outcome;
import io.github.csscallback.receiver.Rejection;
import io.github.csscallback.receiver.Timings;
import io.github.csscallback.receiver.idempotency.IdempotencyKey;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/**
 * Records the outcomes that the listener observes and the events that handlers get; the listener is called before the
 * response is sent.
 * Safe for use by several threads.
 */
public final class DemoRecorder implements CallbackListener {

    /**
     * What became of one request.
     *
     * @param kind its outcome
     * @param why the same in words
     */
    record Noted(Outcome.Kind kind, String why) {}

    private final ConcurrentLinkedQueue<Noted> news = new ConcurrentLinkedQueue<>();
    private final Map<Outcome.Kind, Integer> outcomes = new EnumMap<>(Outcome.Kind.class);
    private final Set<IdempotencyKey> handledIds = new HashSet<>();
    private int handlerCalls;
    private int otherwiseCalls;
    private @Nullable String lastHandled;

    synchronized void handled(String by, @Nullable IdempotencyKey id) {
        handlerCalls++;
        if (id != null) {
            handledIds.add(id);
        }
        lastHandled = by;
    }

    synchronized void handledOtherwise(CallbackEvent event, @Nullable IdempotencyKey id) {
        otherwiseCalls++;
        handled("otherwise, as " + event.getClass().getSimpleName(), id);
    }

    /** The outcome of the latest request. */
    Noted take() {
        Noted noted = news.poll();
        if (noted == null) {
            throw new CommandFailureException("the receiver responded without calling its listener");
        }
        return noted;
    }

    synchronized DemoTally.Receiver receiver() {
        return new DemoTally.Receiver(new EnumMap<>(outcomes));
    }

    synchronized DemoTally.Handlers handlers() {
        return new DemoTally.Handlers(handlerCalls, handledIds.size(), otherwiseCalls);
    }

    private synchronized void note(Outcome.Kind kind, String why) {
        outcomes.merge(kind, 1, Integer::sum);
        news.add(new Noted(kind, why));
    }

    @Override
    public synchronized void handled(DeliverySummary delivery, Timings timings) {
        String by = lastHandled;
        lastHandled = null;
        note(
                Outcome.Kind.HANDLED,
                by == null
                        ? "though no handler was called"
                        : "by " + by + (delivery.authenticated() ? "" : ": anybody may have sent it"));
    }

    @Override
    public void rejected(Rejection rejection) {
        note(rejection.outcome().kind(), rejection.outcome().explanation());
    }

    @Override
    public void duplicate(DeliverySummary delivery) {
        note(Outcome.Kind.DUPLICATE, "no handler was called");
    }

    @Override
    public void failed(DeliverySummary delivery, Outcome outcome) {
        note(outcome.kind(), outcome.explanation());
    }
}
