package io.github.csscallback.receiver.internal.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.csscallback.core.field.UnreadablePacketException;
import io.github.csscallback.core.internal.Members;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names are compared as a whole, whatever their hash; the error for a duplicate name gives its position. */
class NamesTest {

    /** Both have the hash 0, and one begins with the other. */
    @Test
    void aNameIsNotItsBeginningEvenIfTheHashIsTheSame() {
        assertThat("f5a5a608").hasSameHashCodeAs("");
        Members members = members("{\"f5a5a608\":1,\"x\":2}");

        assertThat(members.find("")).isEqualTo(Members.NONE);
        assertThat(members.find("f5a5a608")).isEqualTo(members.first());
        assertThat(members("{\"\":1,\"f5a5a608\":2}").find("f5a5a608")).isNotEqualTo(Members.NONE);
    }

    @Test
    void aNameIsNotAnotherOfTheSameHash() {
        Members members = members("{\"Aa\":1,\"BB\":2,\"\\u0043\\u0023\":3}");

        assertThat(members.text(members.find("Aa"))).isEqualTo("1");
        assertThat(members.text(members.find("BB"))).isEqualTo("2");
        assertThat(members.text(members.find("C#"))).isEqualTo("3");
        assertThat("C#").hasSameHashCodeAs("Aa").hasSameHashCodeAs("BB");
    }

    @Test
    void aNameBeyondAsciiIsFoundHoweverItIsWritten() {
        Members members = members("{\"直播\":1,\"\\u540d\":2,\"a\\\"b\":3,\"\":4}");

        assertThat(members.text(members.find("直播"))).isEqualTo("1");
        assertThat(members.text(members.find("名"))).isEqualTo("2");
        assertThat(members.text(members.find("a\"b"))).isEqualTo("3");
        assertThat(members.text(members.find(""))).isEqualTo("4");
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 47, 48, 49, 50, 200})
    void theSecondOfTwoEqualNamesIsPointedAt(int size) {
        String before =
                IntStream.range(0, size - 1).mapToObj(i -> "\"m" + i + "\":1,").collect(Collectors.joining());
        String json = "{" + before + "\"m0\":1,\"z\":1}";

        assertThatExceptionOfType(UnreadablePacketException.class)
                .isThrownBy(() -> members(json))
                .withMessage("a name stands twice in one object (line 1, byte " + (before.length() + 3) + ")");
    }

    @Test
    void aKnownNameStandsTwiceHoweverItIsWritten() {
        assertThatExceptionOfType(UnreadablePacketException.class)
                .isThrownBy(() -> members("{\"sign\":1,\"si\\u0067n\":2}"))
                .withMessage("a name stands twice in one object (line 1, byte 12)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"t", "sign", "appname", "stream_id", "media_start_time", "start_time_usec"})
    void aNameThatIsNotTheForeseenOneIsNotTakenForIt(String name) {
        JsonReader reader = new JsonReader();
        packet("{\"event_type\":100,\"" + name + "\":1}", reader);
        for (String other :
                List.of(name.substring(1), name + "x", name + "xxxxxxxx", "x" + name, name + "\\n", "直" + name)) {
            Members members = packet("{\"event_type\":100,\"" + other + "\":2}", reader);

            assertThat(members.find(name)).as(other).isEqualTo(Members.NONE);
            assertThat(members.text(members.find(other.replace("\\n", "\n")))).isEqualTo("2");
        }
        assertThat(packet("{\"event_type\":100,\"" + name + "\":1}", reader).find(name))
                .isNotEqualTo(Members.NONE);
    }

    @Test
    void aPacketThatEndsWithinAForeseenNameIsUnreadable() {
        JsonReader reader = new JsonReader();
        String whole = "{\"event_type\":100,\"media_start_time\":1}";
        packet(whole, reader);
        for (int length = 1; length < whole.length(); length++) {
            String cut = whole.substring(0, length);
            assertThatExceptionOfType(UnreadablePacketException.class)
                    .as(cut)
                    .isThrownBy(() -> packet(cut, reader))
                    .withMessage("the text ends too early (line 1, byte " + (cut.length() + 1) + ")");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"t", "event_type", "file_id", "socre", "score", "video_codec", "LibName", "average_score"})
    void whatARecordAsksForIsKnownWhereverItStandsInThePacket(String name) {
        assertThat(KnownNames.numberOf(name)).isNotNegative();
    }

    @Test
    void whatNoRecordAsksForIsNotKnown() {
        assertThat(KnownNames.numberOf("a_member_of_next_year")).isEqualTo(KnownNames.UNKNOWN);
    }

    private static Members packet(String json, JsonReader reader) {
        return Agreement.asPacket(json.getBytes(StandardCharsets.UTF_8), reader);
    }

    private static Members members(String json) {
        return new TapeMembers(Agreement.scanned(json.getBytes(StandardCharsets.UTF_8)), 0);
    }
}
