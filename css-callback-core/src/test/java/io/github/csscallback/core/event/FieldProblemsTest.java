package io.github.csscallback.core.event;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.csscallback.core.event.moderation.LegacyPornDetection;
import io.github.csscallback.core.event.moderation.Suggestion;
import io.github.csscallback.core.event.push.InterruptionCode;
import io.github.csscallback.core.field.FieldProblem;
import io.github.csscallback.core.field.Fields;
import io.github.csscallback.core.field.JsonMembers;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FieldProblemsTest {

    private static List<FieldProblem> problems(String json, Consumer<Fields> reading) {
        List<FieldProblem> found = new ArrayList<>();
        reading.accept(JsonMembers.fields(json).collecting(found));
        return found;
    }

    static Stream<Arguments> misfits() {
        return Stream.of(
                misfit(f -> f.text("x"), "not a text"),
                misfit(f -> f.secret("x"), "not a text"),
                misfit(f -> f.longNumber("x"), "not an integer of 64 bits"),
                misfit(f -> f.intNumber("x"), "not an integer of 32 bits"),
                misfit(f -> f.decimal("x"), "not a decimal number"),
                misfit(f -> f.flag("x"), "neither true nor false"),
                misfit(f -> f.unixSeconds("x"), "not an integer of 64 bits"),
                misfit(f -> f.unixMillis("x"), "not an integer of 64 bits"),
                misfit(f -> f.seconds("x"), "not an integer of 64 bits"),
                misfit(f -> f.millis("x"), "not an integer of 64 bits"),
                misfit(f -> f.fractionalSeconds("x"), "not a length of time in seconds"),
                misfit(f -> f.fractionalMillis("x"), "not a length of time in milliseconds"),
                misfit(f -> f.object("x"), "not an object"),
                misfit(f -> f.embeddedObject("x"), "not an object"),
                misfit(f -> f.textAs("x", Suggestion::new), "not a text"),
                misfit(f -> f.numberAs("x", InterruptionCode::new), "not an integer of 32 bits"));
    }

    private static Arguments misfit(Consumer<Fields> reading, String reason) {
        return Arguments.of(reading, reason);
    }

    @ParameterizedTest
    @MethodSource("misfits")
    void whatDoesNotFitIsNamedOnce(Consumer<Fields> reading, String reason) {
        assertThat(problems("{\"x\":[\"private\"]}", reading)).containsExactly(new FieldProblem("x", reason));
    }

    @ParameterizedTest
    @MethodSource("misfits")
    void whatIsAbsentOrNullIsNoProblem(Consumer<Fields> reading, String reason) {
        assertThat(problems("{}", reading)).as(reason).isEmpty();
        assertThat(problems("{\"x\":null}", reading)).as(reason).isEmpty();
    }

    @Test
    void aNumberOutOfRangeIsNamedWithoutItsValue() {
        assertThat(problems("{\"x\":253402300800}", f -> f.unixSeconds("x")))
                .containsExactly(new FieldProblem("x", "not a time in seconds"));
        assertThat(problems("{\"x\":-9223372036854775808}", f -> f.unixMillis("x")))
                .containsExactly(new FieldProblem("x", "not a time in milliseconds"));
        assertThat(problems("{\"x\":99999999999}", f -> f.intNumber("x")))
                .containsExactly(new FieldProblem("x", "not an integer of 32 bits"));
    }

    @Test
    void aProblemInsideAListNamesItsIndex() {
        assertThat(problems("{\"x\":[\"a\",{},null,[]]}", f -> f.texts("x")))
                .containsExactly(new FieldProblem("x[1]", "not a text"), new FieldProblem("x[3]", "not a text"));
        assertThat(problems("{\"x\":true}", f -> f.longNumbers("x")))
                .containsExactly(new FieldProblem("x", "not an integer of 64 bits"));
    }

    @Test
    void rubbishInsideATextIsNamedAndAnEmptyTextIsNone() {
        assertThat(problems("{\"x\":\"private\"}", f -> f.embeddedObject("x")))
                .containsExactly(new FieldProblem("x", "not a JSON object in a text"));
        assertThat(problems("{\"x\":\"private\"}", f -> f.embeddedSecrets("x")))
                .containsExactly(new FieldProblem("x", "not a JSON array in a text"));
        assertThat(problems("{\"x\":\"[{}]\"}", f -> f.embeddedTexts("x")))
                .containsExactly(new FieldProblem("x[0]", "not a text"));
        assertThat(problems("{\"x\":\"\"}", f -> f.embeddedObject("x"))).isEmpty();
        assertThat(problems("{\"x\":\"\"}", f -> f.embeddedTexts("x"))).isEmpty();
    }

    @Test
    void theProblemsOfAnEventHaveTheirPaths() {
        Packet packet = Packet.decode("""
                {"event_type": 315, "appid": "private", "asr_text": {"private": 1},
                 "text_results": [{"Score": 1}, {"Score": "private", "HitInfos": [{"Positions": [{"End": []}]}]}],
                 "moan_results": {"StartTime": "private"},
                 "data": {"asr_tmp_full_results": [{"create_time": "private"}]}}
                """);
        assertThat(packet.problems())
                .extracting(FieldProblem::field)
                .containsExactlyInAnyOrder(
                        "appid",
                        "asr_text",
                        "text_results[1].Score",
                        "text_results[1].HitInfos[0].Positions[0].End",
                        "moan_results.StartTime",
                        "data.asr_tmp_full_results[0].create_time");
        assertThat(packet.problems().toString()).doesNotContain("private");
    }

    @Test
    void theProblemsOfEmbeddedJsonHaveTheirPaths() {
        assertThat(Packet.decode("{\"event_type\":314,\"msg\":\"{\\\"code\\\":\\\"private\\\"}\"}")
                        .problems())
                .containsExactly(new FieldProblem("msg.code", "not an integer of 32 bits"));
    }

    @Test
    void readingTheFieldsOfAnEventLaterNotesNothing() {
        Packet packet = Packet.decode("""
                {"event_type": 317, "img": {}, "gameDetails": {"battlegrounds": {"place": {}}}}
                """);
        assertThat(packet.problems()).hasSize(1);
        assertThat(packet.event().fields().text("img")).isNull();
        PornCensorshipEvent event = (PornCensorshipEvent) packet.event();
        LegacyPornDetection.GameDetails games = requireNonNull(event.legacy().gameDetails());
        assertThat(games.battlegrounds())
                .isNotNull()
                .satisfies(place -> assertThat(place.text("place")).isNull());
        assertThat(packet.problems()).hasSize(1);
    }
}
