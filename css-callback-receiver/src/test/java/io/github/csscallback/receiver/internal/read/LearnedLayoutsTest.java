package io.github.csscallback.receiver.internal.read;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is learned from packets, seen from inside: users only see that the next ones are quicker. */
class LearnedLayoutsTest {

    private static final int MOST_ALTERNATIVES = 64;
    private static final int MOST_STEPS = 2048;
    private static final int MOST_MEMBERS = 64;

    private final JsonReader reader = new JsonReader();
    private final Layouts layouts = reader.layouts();

    private void read(String json) {
        reader.read(bytes(json));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static LayoutStep start(Layouts layouts) {
        return layouts.start(true);
    }

    /** Follows the names as a packet without blanks has them, as far as they are known. */
    private @Nullable LayoutStep along(LayoutStep start, String... names) {
        LayoutStep step = start;
        String separator = "";
        for (String name : names) {
            // Behind each name stands enough to be compared eight bytes at a time.
            step = step == null ? null : step.after(bytes("{" + separator + '"' + name + "\":1234567890"), 1);
            separator = ",";
        }
        return step;
    }

    private Layout layoutAlong(String... names) {
        return requireNonNull(requireNonNull(along(start(layouts), names)).layout());
    }

    private static String object(List<String> names) {
        return names.stream().map(name -> '"' + name + "\":1").collect(Collectors.joining(",", "{", "}"));
    }

    private static String[] names(String prefix, int count) {
        return IntStream.range(0, count).mapToObj(i -> prefix + i).toArray(String[]::new);
    }

    @Test
    void thePacketsBeforeSayWhichNameComesNext() {
        read("{\"event_type\":1,\"t\":2,\"new\":3}");

        assertThat(along(start(layouts), "event_type")).isNotNull();
        assertThat(along(start(layouts), "event_type", "t", "new")).isNotNull();
        assertThat(along(start(layouts), "event_type", "new")).isNull();
        assertThat(along(start(layouts), "t")).isNull();
    }

    @Test
    void packetsWithTheSameNamesShareOneLayoutHoweverTheyAreWritten() {
        read("{\"event_type\":1,\"t\":2}");
        Layout layout = layoutAlong("event_type", "t");

        read("{\"event_type\":100,\"t\":[3,4]}");
        read("{ \"event_type\" : 100 , \"t\" : 3 }");
        read("{\"event_type\":100,\"\\u0074\":3}");

        assertThat(layoutAlong("event_type", "t")).isSameAs(layout);
        assertThat(layout.size()).isEqualTo(2);
        assertThat(layout.ordinal(KnownNames.numberOf("event_type"))).isZero();
        assertThat(layout.ordinal(KnownNames.numberOf("t"))).isEqualTo(1);
        assertThat(layout.ordinal(KnownNames.numberOf("sign"))).isEqualTo(Layout.NONE);
    }

    @Test
    void aPacketMayEndWhereAnotherGoesOn() {
        read("{\"event_type\":1,\"t\":2}");
        assertThat(requireNonNull(along(start(layouts), "event_type")).layout()).isNull();

        read("{\"event_type\":1}");
        read("{\"event_type\":1,\"sign\":2}");

        assertThat(layoutAlong("event_type").size()).isEqualTo(1);
        assertThat(layoutAlong("event_type", "t").size()).isEqualTo(2);
        assertThat(layoutAlong("event_type", "sign").size()).isEqualTo(2);
    }

    @Test
    void objectsInsideAreLearnedApartFromPackets() {
        read("{\"event_type\":1,\"frames\":[{\"time\":1,\"score\":2}]}");

        assertThat(along(layouts.start(false), "time", "score")).isNotNull();
        assertThat(along(start(layouts), "time")).isNull();
        assertThat(along(layouts.start(false), "event_type")).isNull();
    }

    @Test
    void aStepKnowsWhereItsNameAndItsValueStand() {
        read("{\"event_type\":1,\"new\":2}");
        LayoutStep first = requireNonNull(along(start(layouts), "event_type"));
        LayoutStep second = requireNonNull(along(start(layouts), "event_type", "new"));

        assertThat(first.behind(10)).isEqualTo(10 + "\"event_type\":".length());
        assertThat(first.name(10)).isEqualTo(KnownNames.numberOf("event_type"));
        assertThat(second.behind(10)).isEqualTo(10 + ",\"new\":".length());
        assertThat(second.name(10)).isEqualTo(Tape.unknownName(10 + 2));
    }

    /** Names are compared eight bytes at a time: every length, and every byte of it, has to count. */
    @Test
    void aNameThatDiffersInOneByteIsNotForeseen() {
        for (int length = 0; length <= 40; length++) {
            String name = "abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz".substring(0, length);
            JsonReader own = new JsonReader();
            own.read(bytes("{\"" + name + "\":1}"));
            byte[] packet = bytes("{\"" + name + "\":1234567890");
            assertThat(start(own.layouts()).after(packet, 1)).as(name).isNotNull();
            for (int at = 1; at < 1 + length + 3; at++) {
                byte[] other = packet.clone();
                other[at] ^= 1;
                assertThat(start(own.layouts()).after(other, 1))
                        .as("%s at %d", name, at)
                        .isNull();
            }
            int compared = (length + 3 + 7) / 8 * 8; // the quotes, the colon, and what fills up eight bytes
            assertThat(start(own.layouts()).after(Arrays.copyOf(packet, 1 + compared), 1))
                    .isNotNull();
            assertThat(start(own.layouts()).after(Arrays.copyOf(packet, compared), 1))
                    .isNull();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"é", "\u007f", "a\u007fb", "a\\\\b", "a\\\"b", "a\\nb"})
    void aNameThatMayBeWrittenInSeveralWaysIsNotLearned(String written) {
        read("{\"t\":1,\"" + written + "\":1,\"sign\":1}");

        LayoutStep t = requireNonNull(along(start(layouts), "t"));
        assertThat(t.after(bytes(",\"" + written + "\":1234567890"), 0)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "~", "a b", "[]", "x!#"})
    void anyOtherAsciiNameIsLearned(String name) {
        read("{\"t\":1,\"" + name + "\":1}");

        assertThat(layoutAlong("t", name).size()).isEqualTo(2);
    }

    @Test
    void longNamesAreNotLearned() {
        read("{\"" + "x".repeat(64) + "\":1}");
        read("{\"" + "y".repeat(65) + "\":1}");

        assertThat(along(start(layouts), "x".repeat(64))).isNotNull();
        assertThat(along(start(layouts), "y".repeat(65))).isNull();
    }

    @Test
    void largeObjectsAreNotLearned() {
        read(object(List.of(names("a", MOST_MEMBERS))));
        read(object(List.of(names("b", MOST_MEMBERS + 1))));

        assertThat(layoutAlong(names("a", MOST_MEMBERS)).size()).isEqualTo(MOST_MEMBERS);
        assertThat(along(start(layouts), "b0")).isNull();
    }

    @Test
    void whoSendsEverNewNamesMakesTheMemoryBeginAnew() {
        read("{\"t\":1}");
        for (int i = 1; i < MOST_ALTERNATIVES; i++) {
            read("{\"new_" + i + "\":1}");
        }
        assertThat(along(start(layouts), "t")).isNotNull();
        assertThat(along(start(layouts), "new_1")).isNotNull();

        read("{\"one_too_many\":1}");
        assertThat(along(start(layouts), "t")).isNull();

        read("{\"t\":1}");
        assertThat(along(start(layouts), "t")).isNotNull();
    }

    @Test
    void theMemoryBeginsAnewWhenItIsFull() {
        int packets = MOST_STEPS / MOST_MEMBERS;
        for (int i = 0; i < packets; i++) {
            read(object(List.of(names("p" + i + "_", MOST_MEMBERS))));
        }
        assertThat(along(start(layouts), names("p0_", MOST_MEMBERS))).isNotNull();
        read(object(List.of(names("p0_", MOST_MEMBERS)))); // nothing new in it
        assertThat(along(start(layouts), names("p0_", MOST_MEMBERS))).isNotNull();

        read("{\"t\":1,\"frames\":[]}");
        assertThat(along(start(layouts), "p0_0")).isNull();
        assertThat(along(start(layouts), "t")).isNull();

        read("{\"t\":1,\"frames\":[]}");
        assertThat(along(start(layouts), "t", "frames")).isNotNull();
    }

    @Test
    void aPacketOfManySmallObjectsDoesNotTeachWithEachOfThem() {
        read(IntStream.rangeClosed(0, MOST_ALTERNATIVES)
                .mapToObj(i ->
                        "{\"" + (i < 60 ? "same" : "other_" + i) + "\":" + (i < 60 ? "{\"x" + i + "\":1}" : "1") + "}")
                .collect(Collectors.joining(",", "{\"t\":[", "]}")));

        // 60 names inside and "same" are 61 lessons; three more, and the last two objects teach nothing.
        assertThat(along(layouts.start(false), "same")).isNotNull();
        assertThat(along(layouts.start(false), "other_" + MOST_ALTERNATIVES)).isNull();
        assertThat(along(start(layouts), "t")).isNotNull();
    }

    @Test
    void aStepThatIsNotLearnedHidesNothing() {
        Tape tape = reader.read(bytes("{\"t\":1,\"é\":2,\"sign\":3}"));

        assertThat(tape.find(0, "sign")).isEqualTo(3);
        assertThat(tape.find(0, "é")).isEqualTo(2);
        assertThat(along(start(layouts), "t")).isNotNull();
    }
}
