package io.github.csscallback.cli.demo;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.csscallback.receiver.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Counts the demo from three sides, each by its own book, and compares: what the simulated CSS (and somebody else) posted,
 * what the receiver's listener said, what handlers got.
 *
 * @param css the simulated CSS
 * @param others who is not CSS
 * @param receiver the receiver's listener
 * @param handlers the handlers
 */
public record DemoTally(Css css, Others others, Receiver receiver, Handlers handlers) {

    private static final String MARGIN = "  ";

    /**
     * The counts of the simulated CSS.
     *
     * @param events that happened
     * @param notSent events that had nowhere to go
     * @param acknowledged events whose packet got a 200 in the end
     * @param attempts packets posted
     * @param noResponse attempts without a response
     * @param status200 attempts that got a 200, also if it was lost
     */
    record Css(int events, int notSent, int acknowledged, int attempts, int noResponse, int status200) {}

    /**
     * The counts of other senders.
     *
     * @param posts packets posted
     * @param status200 of them
     */
    record Others(int posts, int status200) {}

    /**
     * The counts of the receiver's listener.
     *
     * @param outcomes how many requests came to what
     */
    record Receiver(Map<Outcome.Kind, Integer> outcomes) {

        int requests() {
            return outcomes.values().stream().mapToInt(Integer::intValue).sum();
        }

        int count(Outcome.Kind kind) {
            return outcomes.getOrDefault(kind, 0);
        }
    }

    /**
     * What the handlers got.
     *
     * @param calls how often they were called
     * @param different how many different deliveries they were called with
     * @param otherwise how many of the calls came to the handler of what is not known
     */
    record Handlers(int calls, int different, int otherwise) {}

    boolean addsUp() {
        return complaint().isEmpty();
    }

    /** What does not add up, or nothing. */
    String complaint() {
        List<String> complaints = new ArrayList<>();
        int responses = css.attempts() - css.noResponse();
        int handled = receiver.count(Outcome.Kind.HANDLED);
        int duplicates = receiver.count(Outcome.Kind.DUPLICATE);
        compare(complaints, "responses and requests received", responses + others.posts(), receiver.requests());
        compare(
                complaints,
                "200 responses and handled + duplicates",
                css.status200() + others.status200(),
                handled + duplicates);
        compare(complaints, "events and acknowledged + not sent", css.events(), css.acknowledged() + css.notSent());
        compare(complaints, "acknowledged and handled", css.acknowledged(), handled);
        compare(complaints, "handled and the handlers' calls", handled, handlers.calls());
        compare(complaints, "the handlers' calls and different deliveries", handlers.calls(), handlers.different());
        // What the story is about; the sums alone would hold without it.
        compare(complaints, "events before and after the rule, expected and real", 2, css.notSent());
        compare(complaints, "attempts while the receiver was down, expected and real", 3, css.noResponse());
        compare(complaints, "duplicates, expected and real", 3, duplicates);
        compare(complaints, "rejections, expected and real", 2, receiver.count(Outcome.Kind.BAD_SIGNATURE));
        compare(complaints, "broken packets, expected and real", 1, receiver.count(Outcome.Kind.UNREADABLE));
        compare(complaints, "events of an unknown type, expected and real", 1, handlers.otherwise());
        return String.join("; ", complaints);
    }

    private static void compare(List<String> complaints, String what, int one, int other) {
        if (one != other) {
            complaints.add(what + " differ: " + one + " and " + other);
        }
    }

    ObjectNode json() {
        ObjectNode summary = JsonNodeFactory.instance.objectNode();
        summary.putObject("css")
                .put("events", css.events())
                .put("not_sent", css.notSent())
                .put("acknowledged", css.acknowledged())
                .put("attempts", css.attempts())
                .put("no_response", css.noResponse())
                .put("status_200", css.status200());
        summary.putObject("others").put("posts", others.posts()).put("status_200", others.status200());
        ObjectNode requests = summary.putObject("receiver").put("requests", receiver.requests());
        receiver.outcomes().forEach((kind, count) -> requests.put(kind.name().toLowerCase(Locale.ROOT), count));
        summary.putObject("handlers")
                .put("calls", handlers.calls())
                .put("different", handlers.different())
                .put("otherwise", handlers.otherwise());
        summary.put("adds_up", addsUp());
        return JsonNodeFactory.instance.objectNode().set("summary", summary);
    }

    String text() {
        return String.join(
                System.lineSeparator(),
                MARGIN + "CSS         " + css.events() + " events = " + css.acknowledged() + " acknowledged + "
                        + css.notSent() + " not sent; " + css.attempts() + " attempts, "
                        + (css.attempts() - css.noResponse()) + " with a response",
                MARGIN + "others      " + others.posts() + " posts",
                MARGIN + "receiver    " + receiver.requests() + " requests = "
                        + receiver.outcomes().entrySet().stream()
                                .map(entry -> entry.getValue() + " "
                                        + entry.getKey().name().toLowerCase(Locale.ROOT))
                                .collect(Collectors.joining(" + ")),
                MARGIN + "handlers    " + handlers.calls() + " calls, " + handlers.different() + " different events",
                addsUp() ? "It adds up, as it should." : "It does not add up.");
    }
}
