package io.github.csscallback.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.csscallback.cli.testing.Cli;
import io.github.csscallback.cli.testing.Threads;
import io.github.csscallback.core.event.EventType;
import io.github.csscallback.receiver.Outcome;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DemoCommandTest {

    private static final int KINDS = EventType.known().size() + 1;

    private static final DemoTally GOOD = new DemoTally(
            new DemoTally.Css(26, 2, 24, 29, 3, 26),
            new DemoTally.Others(4, 1),
            new DemoTally.Receiver(Map.of(
                    Outcome.Kind.HANDLED, 24,
                    Outcome.Kind.DUPLICATE, 3,
                    Outcome.Kind.BAD_SIGNATURE, 2,
                    Outcome.Kind.UNREADABLE, 1)),
            new DemoTally.Handlers(24, 24, 1));

    private static List<JsonNode> json(Cli.Run run) throws IOException {
        List<JsonNode> lines = new ArrayList<>();
        for (String line : run.lines()) {
            lines.add(new ObjectMapper().readTree(line));
        }
        return lines;
    }

    private static Stream<JsonNode> of(List<JsonNode> lines, String what) {
        return lines.stream().filter(line -> line.path("what").asText().equals(what));
    }

    @Test
    void thePiecesOfTheStoryAllHappenAndTheSumsAddUp() throws IOException {
        Set<String> threads = Threads.ofOurs();

        Cli.Run run = new Cli().run("demo");

        assertThat(run.err()).isEmpty();
        assertThat(run.status()).isZero();
        List<JsonNode> lines = json(run);
        assertThat(of(lines, "not sent"))
                .extracting(line -> line.get("stream").textValue())
                .containsExactly("early-bird", "late-comer");
        assertThat(of(lines, "not sent").findFirst().orElseThrow().get("why").textValue())
                .contains("comes into force at");
        assertThat(of(lines, "attempt")
                        .filter(line -> line.path("outcome").asText().equals("HANDLED"))
                        .map(line -> line.get("event_type").intValue()))
                .containsAll(EventType.known().stream().map(EventType::number).toList())
                .hasSizeGreaterThan(KINDS);
        assertThat(of(lines, "attempt").filter(line -> line.get("event_type").intValue() == 399))
                .singleElement()
                .satisfies(line -> assertThat(line.get("why").textValue()).contains("otherwise"));
        assertThat(of(lines, "attempt")
                        .filter(line -> line.get("stream").textValue().equals("room-3"))
                        .map(line -> line.get("status").toString()))
                .containsExactly("null", "null", "null", "200");
        assertThat(of(lines, "attempt")
                        .filter(line -> line.get("stream").textValue().equals("room-4"))
                        .map(line -> line.get("outcome").textValue()))
                .containsExactly("HANDLED", "DUPLICATE", "HANDLED", "DUPLICATE");
        assertThat(of(lines, "post").map(line -> line.get("outcome").textValue()))
                .containsExactly("BAD_SIGNATURE", "DUPLICATE", "BAD_SIGNATURE", "UNREADABLE");
        assertThat(of(lines, "post").map(line -> line.get("status").intValue())).containsExactly(403, 200, 403, 400);
        assertThat(of(lines, "post")
                        .limit(3)
                        .map(line -> line.get("why").textValue().split(":", 2)[0]))
                .containsExactly("MISMATCH", "no handler was called", "EXPIRED");
        assertThat(lines.subList(0, lines.size() - 1))
                .extracting(line -> line.get("at").textValue())
                .isSorted();
        assertThat(lines.get(lines.size() - 1)).isEqualTo(GOOD.json());
        assertThat(Threads.ofOurs()).isSubsetOf(threads);
    }

    @Test
    void theSummaryForProgramsHasTheBooksOfAllThreeSides() {
        JsonNode summary = GOOD.json().get("summary");

        assertThat(summary.get("css").get("acknowledged").intValue()).isEqualTo(24);
        assertThat(summary.get("receiver").get("handled").intValue()).isEqualTo(24);
        assertThat(summary.get("receiver").get("unreadable").intValue()).isEqualTo(1);
        assertThat(summary.get("handlers").get("calls").intValue()).isEqualTo(24);
        assertThat(summary.get("adds_up").booleanValue()).isTrue();
    }

    @Test
    void coloursAreForTerminalsOnlyAndNotForThoseWhoWantNone() {
        // 21 ends bold, or begins double underlining: it depends on the terminal.
        assertThat(new Cli().onTerminal().run("demo").out())
                .contains("\u001b[1m")
                .doesNotContain("\u001b[21m");
        assertThat(new Cli().onTerminal().variable("NO_COLOR", "1").run("demo").out())
                .contains("It adds up, as it should.")
                .contains("Time is simulated")
                .contains("  400 unreadable  broken: half of a packet")
                .doesNotContain("\u001b[");
        assertThat(new Cli().run("demo", "--output", "text").out()).doesNotContain("\u001b[");
    }

    @Test
    void aTallyThatDoesNotAddUpNamesTheDifference() {
        assertThat(GOOD.addsUp()).isTrue();
        assertThat(GOOD.text()).endsWith("It adds up, as it should.");

        assertThat(handlers(23, 23, 1).complaint()).contains("handled and the handlers' calls differ: 24 and 23");
        assertThat(handlers(24, 23, 1).complaint()).contains("different deliveries differ: 24 and 23");
        assertThat(handlers(24, 24, 0).complaint()).contains("unknown type, expected and real differ: 1 and 0");
        assertThat(css(26, 2, 23, 29, 3, 26).complaint())
                .contains("acknowledged + not sent differ: 26 and 25", "acknowledged and handled differ: 23 and 24");
        assertThat(css(25, 1, 24, 29, 3, 26).complaint()).contains("before and after the rule");
        assertThat(css(26, 2, 24, 28, 2, 26).complaint()).contains("while the receiver was down");
        assertThat(css(26, 2, 24, 28, 3, 25).complaint())
                .contains("responses and requests received differ: 29 and 30", "200 responses");
        DemoTally forgedTaken = new DemoTally(
                GOOD.css(),
                new DemoTally.Others(4, 2),
                new DemoTally.Receiver(Map.of(
                        Outcome.Kind.HANDLED, 25,
                        Outcome.Kind.DUPLICATE, 3,
                        Outcome.Kind.BAD_SIGNATURE, 1,
                        Outcome.Kind.UNREADABLE, 1)),
                new DemoTally.Handlers(25, 25, 1));
        assertThat(forgedTaken.complaint())
                .contains(
                        "rejections, expected and real differ: 2 and 1", "acknowledged and handled differ: 24 and 25");
        assertThat(forgedTaken.json().get("summary").get("adds_up").booleanValue())
                .isFalse();
        assertThat(forgedTaken.text()).endsWith("It does not add up.");
        DemoTally brokenNotPosted = new DemoTally(
                GOOD.css(),
                new DemoTally.Others(3, 1),
                new DemoTally.Receiver(
                        Map.of(Outcome.Kind.HANDLED, 24, Outcome.Kind.DUPLICATE, 3, Outcome.Kind.BAD_SIGNATURE, 2)),
                GOOD.handlers());
        assertThat(brokenNotPosted.complaint()).isEqualTo("broken packets, expected and real differ: 1 and 0");
    }

    private static DemoTally handlers(int calls, int different, int otherwise) {
        return new DemoTally(
                GOOD.css(), GOOD.others(), GOOD.receiver(), new DemoTally.Handlers(calls, different, otherwise));
    }

    private static DemoTally css(int events, int notSent, int acknowledged, int attempts, int noResponse, int ok) {
        return new DemoTally(
                new DemoTally.Css(events, notSent, acknowledged, attempts, noResponse, ok),
                GOOD.others(),
                GOOD.receiver(),
                GOOD.handlers());
    }
}
