package io.github.csscallback.receiver.internal.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.csscallback.core.event.UnreadablePacketException;
import io.github.csscallback.core.internal.Members;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names are compared as a whole, whatever their hash, and a repeated one is pointed at. */
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

    private static Members members(String json) {
        return new TapeMembers(Agreement.scanned(json.getBytes(StandardCharsets.UTF_8)), 0);
    }
}
