package io.github.csscallback.cli;

import io.github.csscallback.core.signature.Verdict;
import io.github.csscallback.receiver.CallbackListener;
import io.github.csscallback.receiver.DeliverySummary;
import io.github.csscallback.receiver.Outcome;
import io.github.csscallback.receiver.Refusal;
import io.github.csscallback.receiver.Timings;
import java.util.concurrent.atomic.AtomicLong;

/** Says on standard error what was not dispatched and why, and counts all. */
final class TrafficLog implements CallbackListener {

    private final Output output;
    private final AtomicLong handled = new AtomicLong();
    private final AtomicLong repeated = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();
    private final AtomicLong failed = new AtomicLong();

    TrafficLog(Output output) {
        this.output = output;
    }

    @Override
    public void accepted(DeliverySummary delivery, Timings timings) {
        handled.incrementAndGet();
    }

    @Override
    public void refused(Refusal refusal) {
        refused.incrementAndGet();
        Outcome outcome = refusal.outcome();
        output.say("refused with " + outcome.kind().status() + ": " + outcome.explanation() + hint(outcome) + " ("
                + refusal.size() + " bytes from " + refusal.remoteAddress() + ")");
    }

    @Override
    public void repeated(DeliverySummary delivery) {
        repeated.incrementAndGet();
        output.say("repeated, answered 200 and not dispatched again: " + named(delivery));
    }

    @Override
    public void failed(DeliverySummary delivery, Outcome outcome) {
        failed.incrementAndGet();
        output.say("failed with " + outcome.kind().status() + ", " + outcome.explanation() + ": " + named(delivery));
    }

    String summary() {
        return handled + " dispatched, " + repeated + " repeated, " + refused + " refused, " + failed + " failed";
    }

    private static String hint(Outcome outcome) {
        return outcome.verdict() != null && outcome.verdict().kind() == Verdict.Kind.ABSENT
                ? "; here by --unsigned"
                : "";
    }

    private static String named(DeliverySummary delivery) {
        return delivery.type().name() + " (" + delivery.type().number() + ") of " + EventText.of(delivery.stream());
    }
}
