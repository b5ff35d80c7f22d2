package io.github.csscallback.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.csscallback.core.event.EventType;
import io.github.csscallback.receiver.Outcome;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DemoCommandTest {

    @Test
    void everyPacketFaresAsItShouldAndTheSummaryAddsUp() throws IOException {
        Cli.Run run = new Cli().run("demo");

        assertThat(run.status()).isZero();
        assertThat(run.err()).isEmpty();
        List<JsonNode> lines = new ArrayList<>();
        for (String line : run.lines()) {
            lines.add(new ObjectMapper().readTree(line));
        }
        int genuine = EventType.known().size() + 1;
        JsonNode summary = lines.remove(lines.size() - 1).get("summary");
        assertThat(lines)
                .hasSize(genuine + 4)
                .allMatch(line -> line.get("as_expected").booleanValue());
        assertThat(lines.subList(0, genuine))
                .allMatch(line -> line.get("outcome").textValue().equals("HANDLED"))
                .extracting(line -> line.get("record").textValue())
                .containsAll(EventType.known().stream().map(EventType::name).toList())
                .contains("UnknownEvent");
        assertThat(lines.subList(genuine, genuine + 4))
                .extracting(line -> line.get("outcome").textValue())
                .containsExactly("REFUSED", "REFUSED", "REPEATED", "UNREADABLE");
        assertThat(summary.get("posted").intValue()).isEqualTo(genuine + 4);
        assertThat(summary.get("handled").intValue()).isEqualTo(genuine);
        assertThat(summary.get("adds_up").booleanValue()).isTrue();
    }

    @Test
    void coloursAreForTerminalsOnlyAndNotForThoseWhoWantNone() {
        assertThat(new Cli().onTerminal().run("demo").out()).contains("\u001b[");
        assertThat(new Cli().onTerminal().variable("NO_COLOR", "1").run("demo").out())
                .contains("as it should be")
                .doesNotContain("\u001b[");
        assertThat(new Cli().run("demo", "--output", "text").out()).doesNotContain("\u001b[");
    }

    @Test
    void aTallyThatDoesNotAddUpSaysWhere() {
        DemoTally tally = new DemoTally();
        DemoPacket packet = new DemoPacket("one", EventType.RECORD, new byte[0], Outcome.Kind.HANDLED);
        tally.add(packet, 200, new DemoRecorder.Noted(Outcome.Kind.HANDLED, "handled", "RecordEvent", null));
        tally.handlerCalls(1);
        assertThat(tally.addsUp()).isTrue();

        tally.handlerCalls(2);
        assertThat(tally.complaint()).contains("handler's calls differ: 1 and 2");
        tally.handlerCalls(1);
        tally.add(packet, 200, new DemoRecorder.Noted(Outcome.Kind.REFUSED, "no", null, null));
        assertThat(tally.complaint()).contains("one was REFUSED").contains("answers of 200");
        assertThat(tally.json().get("summary").get("adds_up").booleanValue()).isFalse();
    }
}
