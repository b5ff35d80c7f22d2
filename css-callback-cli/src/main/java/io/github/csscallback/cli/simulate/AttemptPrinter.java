package io.github.csscallback.cli.simulate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.csscallback.cli.output.Output;
import io.github.csscallback.cli.output.TextFormat;
import io.github.csscallback.cli.process.CommandFailureException;
import io.github.csscallback.cli.simulate.control.DeliveryJson;
import io.github.csscallback.testkit.simulator.DeliveryAttempt;
import io.github.csscallback.testkit.simulator.DeliveryState;
import io.github.csscallback.testkit.simulator.SimulatedEvent;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Prints each delivery attempt of a simulated CSS as it is over. Safe for use by several threads. */
public final class AttemptPrinter implements Consumer<DeliveryAttempt> {

    private final Output output;
    private final Consumer<CommandFailureException> onClosedOutput;

    public AttemptPrinter(Output output, Consumer<CommandFailureException> onClosedOutput) {
        this.output = output;
        this.onClosedOutput = onClosedOutput;
    }

    @Override
    public void accept(DeliveryAttempt attempt) {
        ObjectNode line = DeliveryJson.line(attempt);
        try {
            output.result(line, () -> text(attempt, line.get("faults")));
        } catch (CommandFailureException closed) {
            onClosedOutput.accept(closed);
        }
    }

    private String text(DeliveryAttempt attempt, @Nullable JsonNode faults) {
        String status = attempt.status() == null ? "---" : attempt.status().toString();
        return attempt.sentAt() + "  " + output.coloured(attempt.acknowledged() ? "green" : "red", status) + "  "
                + named(attempt.event()) + ", attempt " + attempt.number()
                + (attempt.isDuplicate() ? " again" : "")
                + (attempt.failure() == null ? "" : ": " + TextFormat.printable(attempt.failure()))
                + (faults == null ? "" : " " + faults);
    }

    /** Type and stream of an event. */
    public static String named(SimulatedEvent delivery) {
        return delivery.type().recordName() + " (" + delivery.type().number() + ") of "
                + TextFormat.printable(delivery.pushDomain() + "/" + delivery.appName() + "/" + delivery.streamName());
    }

    public static String words(DeliveryState state) {
        return state.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
