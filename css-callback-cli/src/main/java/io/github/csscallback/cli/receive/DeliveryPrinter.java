package io.github.csscallback.cli.receive;

import java.util.Objects;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.csscallback.cli.output.Output;
import io.github.csscallback.cli.output.TextFormat;
import io.github.csscallback.cli.process.CommandFailureException;
import io.github.csscallback.core.event.CallbackEvent;
import io.github.csscallback.core.field.FieldProblem;
import io.github.csscallback.receiver.Delivery;
import io.github.csscallback.receiver.UnsignedDelivery;
import java.util.List;
import java.util.function.Consumer;

/**
 * Prints each delivery that is dispatched: a handler for every kind. An event that cannot be printed is not handled, so that
 * CSS tries again.
 */
public final class DeliveryPrinter {

    private final Output output;
    private final EventJson events;
    private final Consumer<CommandFailureException> onClosedOutput;

    public DeliveryPrinter(Output output, EventJson events, Consumer<CommandFailureException> onClosedOutput) {
        this.output = output;
        this.events = events;
        this.onClosedOutput = onClosedOutput;
    }

    public void signed(Delivery<CallbackEvent> delivery) {
        print(
                delivery.event(),
                delivery.problems(),
                true,
                "signed with " + Objects.requireNonNullElse(delivery.keyLabel(), "a key"));
    }

    public void unsigned(UnsignedDelivery<CallbackEvent> delivery) {
        print(delivery.event(), delivery.problems(), false, "UNSIGNED, anybody may have sent it");
    }

    private void print(CallbackEvent event, List<FieldProblem> problems, boolean authenticated, String how) {
        ObjectNode components = events.of(event);
        ObjectNode line = JsonNodeFactory.instance.objectNode();
        line.put("record", event.type().recordName());
        line.put("event_type", event.type().number());
        line.put("stream_id", event.liveStream().streamName());
        line.put("authenticated", authenticated);
        line.set("event", components);
        if (!problems.isEmpty()) {
            ArrayNode list = line.putArray("problems");
            problems.forEach(
                    problem -> list.addObject().put("field", problem.field()).put("reason", problem.reason()));
        }
        try {
            output.result(line, () -> heading(event, how) + TextFormat.of(components) + problemLines(problems));
        } catch (CommandFailureException closed) {
            onClosedOutput.accept(closed);
            throw closed;
        }
    }

    private String heading(CallbackEvent event, String how) {
        return output.coloured("bold", event.type().recordName()) + " ("
                + event.type().number() + ")  " + TextFormat.of(event.liveStream()) + "  " + how;
    }

    private static String problemLines(List<FieldProblem> problems) {
        StringBuilder text = new StringBuilder();
        for (FieldProblem problem : problems) {
            text.append(System.lineSeparator())
                    .append("    ! ")
                    .append(TextFormat.printable(problem.field()))
                    .append(" is ")
                    .append(problem.reason());
        }
        return text.toString();
    }
}
