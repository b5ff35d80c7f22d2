package io.github.csscallback.cli.receive;

import io.github.csscallback.cli.output.Output;
import io.github.csscallback.cli.output.TextFormat;
import io.github.csscallback.cli.process.CommandFailureException;
import io.github.csscallback.core.signature.VerificationResult;
import io.github.csscallback.receiver.CallbackListener;
import io.github.csscallback.receiver.DeliverySummary;
import io.github.csscallback.receiver.Outcome;
import io.github.csscallback.receiver.Rejection;
import io.github.csscallback.receiver.Timings;
import java.net.URI;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Prints to standard error what was not dispatched and why, and counts all outcomes. */
public final class ConsoleListener implements CallbackListener {

    private final Output output;
    private final Consumer<CommandFailureException> giveUp;
    private final AtomicLong handled = new AtomicLong();
    private final AtomicLong duplicates = new AtomicLong();
    private final AtomicLong rejected = new AtomicLong();
    private final AtomicLong failed = new AtomicLong();

    /**
     * A listener.
     *
     * @param giveUp ends the command
     */
    public ConsoleListener(Output output, Consumer<CommandFailureException> giveUp) {
        this.output = output;
        this.giveUp = giveUp;
    }

    @Override
    public void handled(DeliverySummary delivery, Timings timings) {
        handled.incrementAndGet();
    }

    @Override
    public void rejected(Rejection rejection) {
        rejected.incrementAndGet();
        Outcome outcome = rejection.outcome();
        output.say("rejected with " + outcome.kind().status() + ": " + outcome.explanation() + hint(outcome) + " ("
                + rejection.size() + " bytes from " + rejection.remoteAddress() + ")");
    }

    @Override
    public void duplicate(DeliverySummary delivery) {
        duplicates.incrementAndGet();
        output.say("duplicate, responded 200, not dispatched again: " + named(delivery));
    }

    @Override
    public void failed(DeliverySummary delivery, Outcome outcome) {
        failed.incrementAndGet();
        // Our handler fails only if printing does; the explanation would name its exception.
        String reason =
                outcome.kind() == Outcome.Kind.FAILED ? "the event could not be printed" : outcome.explanation();
        output.say("failed with " + outcome.kind().status() + ", " + reason + ": " + named(delivery));
    }

    @Override
    public void serverFailed(URI uri, @Nullable Throwable cause) {
        giveUp.accept(new CommandFailureException("no more connections are accepted"
                + (cause instanceof OutOfMemoryError ? ", as the memory ran out: give Java more with -Xmx" : "")));
    }

    public String summary() {
        return handled + " dispatched, " + duplicates + " duplicate, " + rejected + " rejected, " + failed + " failed";
    }

    private static String hint(Outcome outcome) {
        return outcome.verificationResult() != null
                        && outcome.verificationResult().kind() == VerificationResult.Kind.ABSENT
                ? "; here by --unsigned"
                : "";
    }

    private static String named(DeliverySummary delivery) {
        return delivery.type().recordName() + " (" + delivery.type().number() + ") of "
                + TextFormat.of(delivery.liveStream());
    }
}
