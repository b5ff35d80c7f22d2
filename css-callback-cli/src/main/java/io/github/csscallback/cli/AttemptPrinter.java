package io.github.csscallback.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.csscallback.cli.control.DeliveryJson;
import io.github.csscallback.testkit.simulator.DeliveryAttempt;
import io.github.csscallback.testkit.simulator.DeliveryState;
import io.github.csscallback.testkit.simulator.SimulatedDelivery;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Prints each delivery attempt of a simulated CSS as it is over. Safe for use by several threads. */
final class AttemptPrinter implements Consumer<DeliveryAttempt> {

    private final Output output;
    private final Consumer<CommandFailure> onClosedOutput;

    AttemptPrinter(Output output, Consumer<CommandFailure> onClosedOutput) {
        this.output = output;
        this.onClosedOutput = onClosedOutput;
    }

    @Override
    public void accept(DeliveryAttempt attempt) {
        ObjectNode line = DeliveryJson.line(attempt);
        try {
            output.result(line, () -> text(attempt, line.get("faults")));
        } catch (CommandFailure closed) {
            onClosedOutput.accept(closed);
        }
    }

    private String text(DeliveryAttempt attempt, @Nullable JsonNode faults) {
        String status =
                attempt.status().isPresent() ? Integer.toString(attempt.status().getAsInt()) : "---";
        return attempt.at() + "  " + output.coloured(attempt.acknowledged() ? "green" : "red", status) + "  "
                + named(attempt.delivery()) + ", attempt " + attempt.number()
                + (attempt.isDuplicate() ? " again" : "")
                + attempt.failure().map(why -> ": " + EventText.printable(why)).orElse("")
                + (faults == null ? "" : " " + faults);
    }

    /** Kind and stream of an event. */
    static String named(SimulatedDelivery delivery) {
        return delivery.type().recordName() + " (" + delivery.type().number() + ") of "
                + EventText.printable(delivery.domain() + "/" + delivery.app() + "/" + delivery.stream());
    }

    static String words(DeliveryState state) {
        return state.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
