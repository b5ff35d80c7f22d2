package io.github.csscallback.cli.demo;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.csscallback.cli.output.Output;
import io.github.csscallback.cli.output.TextFormat;
import io.github.csscallback.receiver.Outcome;
import io.github.csscallback.testkit.simulator.DeliveryAttempt;
import io.github.csscallback.testkit.simulator.SimulatedEvent;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Objects;

/** Prints the demo: scenes with their lines for people, one JSON value a line for programs. */
public final class DemoLines {

    private static final DateTimeFormatter TIME_OF_DAY =
            DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final int WIDTH = 16;
    private static final int NAME_WIDTH = 41;
    private static final int LONGEST_REMARK = 62;

    private final Output out;
    private final Clock clock;

    DemoLines(Output out, Clock clock) {
        this.out = out;
        this.clock = clock;
    }

    void opening(URI api, URI receiver) {
        Instant now = clock.instant();
        ObjectNode line = line("began", now).put("api", api.toString()).put("receiver", receiver.toString());
        out.result(
                line,
                () -> String.join(
                        System.lineSeparator(),
                        "A simulated CSS, its management API on " + api + ", and a receiver on " + receiver + ".",
                        "Time is simulated: it begins at " + now.truncatedTo(ChronoUnit.SECONDS)
                                + ", and minutes pass at once."));
    }

    void scene(String title) {
        out.heading("");
        out.heading(out.coloured("bold", title));
    }

    /** Something that was done. */
    void did(String what, String words) {
        Instant now = clock.instant();
        out.result(line(what, now).put("words", words), () -> time(now) + TextFormat.padded(what, WIDTH) + words);
    }

    void notSent(SimulatedEvent delivery) {
        String why = Objects.requireNonNullElse(delivery.notSentReason(), "nowhere to go");
        ObjectNode line = line("not sent", delivery.occurredAt());
        put(line, delivery).put("why", why);
        out.result(
                line,
                () -> time(delivery.occurredAt())
                        + out.coloured("yellow", TextFormat.padded("not sent", WIDTH))
                        + withRemark(name(delivery), why));
    }

    void response(DeliveryAttempt attempt, DemoRecorder.Noted noted) {
        String remark = (attempt.isDuplicate() ? "once more; " : "")
                + noted.why()
                + (attempt.failure() == null ? "" : "; " + attempt.failure());
        ObjectNode line = line("attempt", attempt.sentAt());
        put(line, attempt.event())
                .put("attempt", attempt.number())
                .put("status", Objects.requireNonNullElse(attempt.status(), 0))
                .put("outcome", noted.kind().name())
                .put("acknowledged", attempt.acknowledged())
                .put("why", remark);
        out.result(
                line,
                () -> time(attempt.sentAt())
                        + outcome(Objects.requireNonNullElse(attempt.status(), 0), noted.kind())
                        + withRemark(name(attempt.event()), number(attempt) + remark));
    }

    void noResponse(DeliveryAttempt attempt) {
        String why = Objects.requireNonNullElse(attempt.failure(), "no response");
        ObjectNode line = line("attempt", attempt.sentAt());
        put(line, attempt.event())
                .put("attempt", attempt.number())
                .putNull("status")
                .put("acknowledged", false)
                .put("why", why);
        out.result(
                line,
                () -> time(attempt.sentAt())
                        + out.coloured("red", TextFormat.padded("no response", WIDTH))
                        + withRemark(name(attempt.event()), number(attempt) + why));
    }

    /** A packet that somebody else posted. */
    void posted(String what, int status, DemoRecorder.Noted noted) {
        Instant now = clock.instant();
        ObjectNode line = line("post", now)
                .put("packet", what)
                .put("status", status)
                .put("outcome", noted.kind().name())
                .put("why", noted.why());
        out.result(line, () -> time(now) + outcome(status, noted.kind()) + withRemark(what, noted.why()));
    }

    private static ObjectNode line(String what, Instant at) {
        return JsonNodeFactory.instance.objectNode().put("what", what).put("at", at.toString());
    }

    private static ObjectNode put(ObjectNode line, SimulatedEvent delivery) {
        return line.put("event", delivery.type().recordName())
                .put("event_type", delivery.type().number())
                .put("stream", delivery.streamName());
    }

    private String outcome(int status, Outcome.Kind kind) {
        String words = status + " " + kind.name().toLowerCase(Locale.ROOT);
        String style = kind == Outcome.Kind.HANDLED ? "green" : "yellow";
        return out.coloured(style, TextFormat.padded(words, WIDTH));
    }

    private static String name(SimulatedEvent delivery) {
        return delivery.type().recordName() + " (" + delivery.type().number() + ") of " + delivery.streamName();
    }

    private static String number(DeliveryAttempt attempt) {
        return attempt.number() == 1 ? "" : "attempt " + attempt.number() + ": ";
    }

    /** A long remark gets a line of its own. */
    private static String withRemark(String name, String remark) {
        return remark.length() <= LONGEST_REMARK
                ? TextFormat.padded(name, NAME_WIDTH) + "  " + remark
                : name + System.lineSeparator() + " ".repeat(time(Instant.EPOCH).length() + WIDTH) + remark;
    }

    private static String time(Instant at) {
        return "  " + TIME_OF_DAY.format(at) + "  ";
    }
}
