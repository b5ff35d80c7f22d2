package io.github.csscallback.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.csscallback.receiver.Outcome;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Counts the demo from three sides (what was posted, what the listener said, what the handler got) and compares. */
final class DemoTally {

    private final Map<Outcome.Kind, Integer> outcomes = new EnumMap<>(Outcome.Kind.class);
    private final List<String> surprises = new ArrayList<>();
    private int posted;
    private int answered200;
    private int handlerCalls;

    void add(DemoPacket packet, int status, DemoRecorder.Noted noted) {
        posted++;
        answered200 += status == 200 ? 1 : 0;
        outcomes.merge(noted.kind(), 1, Integer::sum);
        if (noted.kind() != packet.expected() || status != packet.expected().status()) {
            surprises.add(packet.name() + " was " + noted.kind() + " with " + status + ", not " + packet.expected());
        }
    }

    void handlerCalls(int calls) {
        handlerCalls = calls;
    }

    int posted() {
        return posted;
    }

    boolean addsUp() {
        return complaint().isEmpty();
    }

    /** What does not add up, or nothing. */
    String complaint() {
        List<String> complaints = new ArrayList<>(surprises);
        compare(complaints, "postings and outcomes", posted, sum());
        compare(complaints, "handled and the handler's calls", count(Outcome.Kind.HANDLED), handlerCalls);
        compare(
                complaints,
                "answers of 200 and handled + repeated",
                answered200,
                count(Outcome.Kind.HANDLED) + count(Outcome.Kind.REPEATED));
        return String.join("; ", complaints);
    }

    private static void compare(List<String> complaints, String what, int one, int other) {
        if (one != other) {
            complaints.add(what + " differ: " + one + " and " + other);
        }
    }

    private int sum() {
        return outcomes.values().stream().mapToInt(Integer::intValue).sum();
    }

    private int count(Outcome.Kind kind) {
        return outcomes.getOrDefault(kind, 0);
    }

    ObjectNode json() {
        ObjectNode summary = JsonNodeFactory.instance.objectNode().put("posted", posted);
        outcomes.forEach((kind, count) -> summary.put(kind.name().toLowerCase(Locale.ROOT), count));
        summary.put("answered_200", answered200)
                .put("handler_calls", handlerCalls)
                .put("adds_up", addsUp());
        return JsonNodeFactory.instance.objectNode().set("summary", summary);
    }

    String text() {
        return posted + " posted = "
                + outcomes.entrySet().stream()
                        .map(entry ->
                                entry.getValue() + " " + entry.getKey().name().toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining(" + "))
                + (addsUp() ? ", as it should be." : ", which is not as it should be.");
    }
}
