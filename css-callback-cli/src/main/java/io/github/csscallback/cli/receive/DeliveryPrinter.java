package io.github.csscallback.cli.receive;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import io.github.csscallback.cli.output.Output;
import io.github.csscallback.cli.output.TextFormat;
import io.github.csscallback.cli.process.CommandFailureException;
import io.github.csscallback.core.event.CallbackEvent;
import io.github.csscallback.core.event.StreamEndEvent;
import io.github.csscallback.core.field.FieldProblem;
import io.github.csscallback.receiver.Delivery;
import io.github.csscallback.receiver.UnsignedDelivery;
import io.github.csscallback.receiver.idempotency.IdempotencyKey;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The handler that prints each delivery. If an event cannot be printed the handler fails, so that CSS tries again. */
final class DeliveryPrinter {

    private final Output output;
    private final EventMembers events;
    private final Consumer<CommandFailureException> onClosedOutput;

    DeliveryPrinter(Output output, EventMembers events, Consumer<CommandFailureException> onClosedOutput) {
        this.output = output;
        this.events = events;
        this.onClosedOutput = onClosedOutput;
    }

    void signed(Delivery<CallbackEvent> delivery) {
        print(new Printed(
                delivery.event(),
                delivery.idempotencyKey(),
                delivery.receivedAt(),
                delivery.problems(),
                true,
                "signed with " + Objects.requireNonNullElse(delivery.keyLabel(), "a key")));
    }

    void unsigned(UnsignedDelivery<CallbackEvent> delivery) {
        print(new Printed(
                delivery.event(),
                delivery.idempotencyKey(),
                delivery.receivedAt(),
                delivery.problems(),
                false,
                "UNSIGNED, anybody may have sent it"));
    }

    /** What signed and unsigned deliveries have in common. */
    private record Printed(
            CallbackEvent event,
            @Nullable IdempotencyKey idempotencyKey,
            Instant receivedAt,
            List<FieldProblem> problems,
            boolean authenticated,
            String authentication) {

        @Nullable
        String key() {
            return idempotencyKey == null ? null : idempotencyKey.toString();
        }

        /** The meaning of an interruption code, or null. */
        @Nullable
        String interruption() {
            return event instanceof StreamEndEvent end && end.errCode() != null
                    ? end.errCode().meaning()
                    : null;
        }
    }

    private void print(Printed delivery) {
        String event = events.of(delivery.event());
        ObjectNode line = json(delivery, event);
        try {
            output.result(line, () -> text(delivery, event));
        } catch (CommandFailureException closed) {
            onClosedOutput.accept(closed);
            throw closed;
        }
    }

    private static ObjectNode json(Printed delivery, String members) {
        CallbackEvent event = delivery.event();
        ObjectNode line = JsonNodeFactory.instance
                .objectNode()
                .put("record", event.type().recordName())
                .put("event_type", event.type().number())
                .put("stream_id", event.liveStream().streamName())
                .put("authenticated", delivery.authenticated())
                .put("received_at", delivery.receivedAt().toString())
                .put("idempotency_key", delivery.key());
        if (delivery.interruption() != null) {
            line.put("interruption", delivery.interruption());
        }
        line.putRawValue("event", new RawValue(members));
        if (!delivery.problems().isEmpty()) {
            ArrayNode list = line.putArray("problems");
            delivery.problems()
                    .forEach(problem ->
                            list.addObject().put("field", problem.field()).put("reason", problem.reason()));
        }
        return line;
    }

    private String text(Printed delivery, String members) {
        CallbackEvent event = delivery.event();
        StringBuilder text = new StringBuilder()
                .append(output.coloured("bold", event.type().recordName()))
                .append(" (" + event.type().number() + ")  ")
                .append(TextFormat.of(event.liveStream()))
                .append("  ")
                .append(delivery.authentication());
        ObjectNode about = JsonNodeFactory.instance
                .objectNode()
                .put("received at", delivery.receivedAt().toString())
                .put("idempotency key", delivery.key())
                .put("interruption", delivery.interruption());
        text.append(TextFormat.of(about)).append(TextFormat.of(EventMembers.members(members)));
        for (FieldProblem problem : delivery.problems()) {
            text.append(System.lineSeparator())
                    .append("    ! ")
                    .append(TextFormat.printable(problem.field()))
                    .append(" is ")
                    .append(problem.reason());
        }
        return text.toString();
    }
}
