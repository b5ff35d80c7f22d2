package io.github.csscallback.receiver.internal.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.csscallback.core.field.UnreadablePacketException;
import io.github.csscallback.core.internal.Members;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The names of earlier packets make a reader quicker and change nothing of what it reads. */
class NamePredictionTest {

    private final JsonReader reader = new JsonReader();

    @Test
    void membersAreFoundHoweverMuchStandsInsideTheOnesBefore() {
        for (String inside :
                List.of("1", "[]", "[1,2,3]", "{\"t\":5}", "{\"sign\":[{\"t\":5}],\"t\":6}", "null", "\"\"")) {
            Members members =
                    read("{\"event_type\":100,\"type\":" + inside + ",\"t\":7,\"score\":" + inside + ",\"img\":\"x\"}");

            assertThat(members.text(members.find("event_type"))).isEqualTo("100");
            assertThat(members.text(members.find("t"))).as(inside).isEqualTo("7");
            assertThat(members.text(members.find("img"))).as(inside).isEqualTo("x");
            assertThat(members.find("sign")).as(inside).isEqualTo(Members.NONE);
        }
    }

    @Test
    void aPacketIsReadAlikeHoweverItsNamesAreWritten() {
        for (String json : List.of(
                "{\"event_type\":100,\"t\":7,\"new\":8}",
                "{\"event_type\":100,\"t\":7,\"new\":8}",
                "{ \"event_type\" : 100 , \"t\" : 7 , \"new\" : 8 }",
                "{\"event_type\": 100,\"t\":\n7,\"new\":\t8}",
                "{\"event\\u005ftype\":100,\"\\u0074\":7,\"n\\u0065w\":8}",
                "{\"event_type\":100,\"t\":7,\"n\\u0065w\":8}",
                "{\"event_type\":100,\"t\":7,\"new\":8}")) {
            Members members = read(json);

            assertThat(members.text(members.find("event_type"))).as(json).isEqualTo("100");
            assertThat(members.text(members.find("t"))).as(json).isEqualTo("7");
            assertThat(members.text(members.find("new"))).as(json).isEqualTo("8");
            assertThat(namesOf(members)).as(json).containsExactly("event_type", "t", "new");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"event_type\":1,\"t\":2,\"event_type\":3}",
                "{\"event_type\":1,\"t\":2,\"t\":3}",
                "{\"event_type\":1,\"event_type\":3}",
                "{\"event_type\":1,\"t\":2,\"\\u0074\":3}",
                "{\"event_type\":1,\"\\u0074\":2,\"t\":3}",
                "{\"event_type\":1,\"t\":{\"t\":1,\"new\":2,\"new\":2}}"
            })
    void aNameThatStandsTwiceIsFoundAlsoWhereTheBeginningIsKnown(String json) {
        read("{\"event_type\":1,\"t\":2}");
        read("{\"event_type\":1,\"t\":{\"t\":1,\"new\":2}}");

        assertThatExceptionOfType(UnreadablePacketException.class)
                .isThrownBy(() -> read(json))
                .withMessageStartingWith("a name stands twice in one object");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 16, 63, 64, 65, 127, 128, 300})
    void packetsOfAnySizeAndManyBeginningsAreRead(int size) {
        for (int first = 0; first < 70; first++) {
            String prefix = "m" + first + "_";
            String json = IntStream.range(0, size)
                    .mapToObj(i -> '"' + prefix + i + "\":" + i)
                    .collect(Collectors.joining(",", "{", ",\"sign\":\"last\"}"));
            for (int again = 0; again < 2; again++) {
                Members members = read(json);

                assertThat(members.text(members.find("sign"))).isEqualTo("last");
                assertThat(members.text(members.find(prefix + (size - 1)))).isEqualTo(String.valueOf(size - 1));
                assertThat(members.find("t")).isEqualTo(Members.NONE);
            }
        }
    }

    /** More objects than may teach their names, each with names of its own, and among them one that has a name twice. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 63, 64, 65, 999})
    void aPacketOfManyDifferentObjectsIsReadToItsEnd(int last) {
        String objects = IntStream.rangeClosed(0, last)
                .mapToObj(i -> "{\"é" + i + "\":1,\"t\":" + i + ",\"new_" + i + "\":2}")
                .collect(Collectors.joining(",", "{\"event_type\":1,\"frames\":[", ""));
        for (int again = 0; again < 2; again++) {
            Members members = read(objects + "],\"sign\":\"x\"}");

            Members frames = members.inside(members.find("frames"));
            int at = frames.first();
            for (int i = 0; i <= last; i++) {
                Members frame = frames.inside(at);
                assertThat(frame.text(frame.find("t"))).isEqualTo(String.valueOf(i));
                assertThat(frame.text(frame.find("new_" + i))).isEqualTo("2");
                assertThat(frame.text(frame.find("é" + i))).isEqualTo("1");
                at = frames.next(at);
            }
            assertThat(at).isEqualTo(Members.NONE);
            assertThat(members.text(members.find("sign"))).isEqualTo("x");
        }
        assertThatExceptionOfType(UnreadablePacketException.class)
                .isThrownBy(() -> read(objects + ",{\"new_0\":1,\"x\":2,\"new_0\":3}]}"))
                .withMessageStartingWith("a name stands twice in one object");
    }

    /** More of them than are remembered, in any order: known names, new ones, some that differ only in length. */
    @Test
    void whoSendsEverNewPacketsChangesNothingOfTheOthers() {
        Random random = new Random(20_261_125);
        List<String> known = List.of("appid", "app", "appname", "t", "sign", "stream_id", "width", "widt", "w");
        for (int packet = 0; packet < 4_000; packet++) {
            List<String> names = new ArrayList<>(known);
            names.add("new_" + packet);
            names.add("x".repeat(1 + packet % 80));
            Collections.shuffle(names, random);
            List<String> some = names.subList(0, 1 + random.nextInt(names.size()));
            Members members = read(some.stream()
                    .map(name -> '"' + name + "\":\"" + name + '"')
                    .collect(Collectors.joining(",", "{", "}")));

            assertThat(namesOf(members)).isEqualTo(some);
            for (String name : names) {
                int at = members.find(name);
                assertThat(at != Members.NONE).as("%s in %s", name, some).isEqualTo(some.contains(name));
                assertThat(at == Members.NONE || members.text(at).equals(name)).isTrue();
            }
        }
    }

    private Members read(String json) {
        return new TapeMembers(reader.read(json.getBytes(StandardCharsets.UTF_8)), 0);
    }

    private static List<String> namesOf(Members members) {
        List<String> names = new ArrayList<>();
        for (int at = members.first(); at != Members.NONE; at = members.next(at)) {
            names.add(members.name(at));
        }
        return names;
    }
}
