package io.github.csscallback.jacksoncontract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.csscallback.core.event.CallbackEvent;
import io.github.csscallback.core.event.StreamBeginEvent;
import io.github.csscallback.core.event.StreamEndEvent;
import io.github.csscallback.core.event.UnknownEvent;
import io.github.csscallback.receiver.CallbackDecoder;
import io.github.csscallback.testsupport.DocumentedPackets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Events are written as CSS wrote them and read back as the same events. */
public abstract class EventJsonContract {

    /** A packet with all that is unusual: an unknown type, odd numbers, escapes, nesting. */
    private static final String ODD = """
            {"event_type":4711,"t":1500000000,"sign":"0123456789abcdef0123456789abcdef","appid":1.0e3,"rate":1.50,\
            "big":123456789012345678901234567890,"minus":-0,"text":"a\\u0001\\ud83d\\ude00\\"/\\u4e2d",\
            "nested":{"list":[1,[],{"x":null}],"truth":true,"empty":{}},"none":null}""";

    /** Returns a mapper that found the module by itself. */
    protected abstract Mapper mapper();

    /** Returns a mapper that found the module, and was then given the one that writes credentials. */
    protected abstract Mapper mapperWithCredentials();

    /** Returns a mapper that writes credentials and, with objects, the name of their class. */
    protected abstract Mapper mapperWithClassNames();

    /** Returns the exception of a value that is not of the type asked for. */
    protected abstract Class<? extends Exception> mismatch();

    static List<String> documentedPackets() {
        return DocumentedPackets.names();
    }

    private static CallbackEvent documented(String name) {
        return decode(DocumentedPackets.text(name));
    }

    private static CallbackEvent decode(String json) {
        return CallbackDecoder.withoutVerification(json.getBytes(UTF_8)).event();
    }

    @ParameterizedTest
    @MethodSource("documentedPackets")
    void anEventIsWrittenWithAllItsMembersButTheSignature(String name) throws Exception {
        CallbackEvent event = documented(name);

        assertThat(decode(mapper().write(event)).fields().toJson())
                .isEqualTo(event.fields().toJson());
        assertThat(decode(mapper().write(event)).fields().names()).doesNotContain("t", "sign");
    }

    @ParameterizedTest
    @MethodSource("documentedPackets")
    void withCredentialsAnEventIsTheSameWhenReadBack(String name) throws Exception {
        CallbackEvent event = documented(name);
        String json = mapperWithCredentials().write(event);

        assertThat(mapper().read(json, CallbackEvent.class)).isEqualTo(event);
        assertThat(mapper().read(json, event.getClass())).isEqualTo(event);
        assertThat(mapper().read(mapperWithCredentials().writePretty(event), CallbackEvent.class))
                .isEqualTo(event);
    }

    @ParameterizedTest
    @MethodSource("documentedPackets")
    void anEventIsTheSameThroughATreeAndThroughABuffer(String name) throws Exception {
        CallbackEvent event = documented(name);
        Mapper mapper = mapperWithCredentials();

        assertThat(mapper.fromTree(mapper.tree(event), CallbackEvent.class)).isEqualTo(event);
        assertThat(mapper.convert(event, CallbackEvent.class)).isEqualTo(event);
    }

    @ParameterizedTest
    @MethodSource("documentedPackets")
    void anEventIsTheSameWhenItsClassIsWrittenToo(String name) throws Exception {
        CallbackEvent event = documented(name);
        Archived archived = new Archived("t", event, null, Map.of("1", event));
        String json = mapperWithClassNames().write(archived);

        assertThat(json).contains(event.getClass().getName());
        assertThat(mapperWithClassNames().read(json, Archived.class)).isEqualTo(archived);
    }

    @Test
    void credentialsAreHiddenByDefault() throws Exception {
        CallbackEvent event = decode(
                DocumentedPackets.text("1-stream-pushed").replace("stream_param=test", "txSecret=deadbeef&txTime=1"));

        assertThat(mapper().write(event)).doesNotContain("deadbeef").contains("\"stream_param\":\"***\"");
        assertThat(mapperWithCredentials().write(event)).contains("txSecret=deadbeef");
    }

    @Test
    void numbersTextsAndUnknownMembersAreWrittenAsTheyWere() throws Exception {
        CallbackEvent event = decode(ODD);

        assertThat(mapper().write(event))
                .startsWith("{\"event_type\":4711,\"appid\":1.0e3,\"rate\":1.50,"
                        + "\"big\":123456789012345678901234567890,\"minus\":-0,\"text\":")
                .endsWith("\"nested\":{\"list\":[1,[],{\"x\":null}],\"truth\":true,\"empty\":{}},\"none\":null}");
        assertThat(mapper().read(mapper().write(event), CallbackEvent.class)).isEqualTo(event);
        assertThat(mapper().read(mapper().write(event), UnknownEvent.class)).isEqualTo(event);
        assertThat(mapper().writeBytes(event)).asString(UTF_8).contains("1.0e3", "1.50", "-0");
    }

    @Test
    void aTreeHasNumbersToCalculateWith() throws Exception {
        assertThat(mapper().tree(decode("{\"event_type\":4711,\"a\":7,\"b\":12345678901,\"c\":2.5}")))
                .hasToString("{\"event_type\":4711,\"a\":7,\"b\":12345678901,\"c\":2.5}");
        Object members = mapper().convert(decode("{\"event_type\":4711,\"a\":7,\"b\":12345678901}"), Map.class);
        assertThat(members).isEqualTo(Map.of("event_type", 4711, "a", 7, "b", 12345678901L));
    }

    @Test
    void aTextWithHalfOfASurrogatePairIsWrittenAndReadAsTheEventReadsIt() throws Exception {
        CallbackEvent event =
                decode("{\"event_type\":4711,\"text\":\"a\\ud83d\",\"list\":[\"\\ude00\\ud83d\\ude00\"]}");
        String expected = "{\"event_type\":4711,\"text\":\"a\uFFFD\",\"list\":[\"\uFFFD\uD83D\uDE00\"]}";

        assertThat(mapper().write(event)).isEqualTo(expected);
        assertThat(mapper().read(new String(mapper().writeBytes(event), UTF_8), CallbackEvent.class))
                .isEqualTo(event);
        assertThat(mapper().read(expected, CallbackEvent.class)).isEqualTo(event);
        assertThat(mapper().read(event.fields().toJson(), CallbackEvent.class)).isEqualTo(event);
    }

    @Test
    void aNumberBeyondAllDecimalsIsNoReasonToFail() throws Exception {
        CallbackEvent event = decode("{\"event_type\":4711,\"a\":1E+99999999999}");

        assertThat(mapper().write(event)).isEqualTo("{\"event_type\":4711,\"a\":1E+99999999999}");
        assertThat(mapper().convert(event, CallbackEvent.class).fields().text("a"))
                .isEqualTo("1E+99999999999");
        assertThat(mapper().tree(event)).hasToString("{\"event_type\":4711,\"a\":\"1E+99999999999\"}");
    }

    @Test
    void eventsStandWithinTypesOfTheApplication() throws Exception {
        CallbackEvent end = documented("0-stream-interrupted");
        CallbackEvent odd = decode(ODD);
        Archived archived = new Archived("tenant", odd, (StreamEndEvent) end, Map.of("a", end, "b", odd));
        Mapper mapper = mapperWithCredentials();

        assertThat(mapper.read(mapper.write(archived), Archived.class)).isEqualTo(archived);
        assertThat(mapper.readList(mapper.write(List.of(end, odd)), CallbackEvent.class))
                .containsExactly(end, odd);
        assertThat(mapper.read("{\"tenant\":\"t\",\"event\":null,\"end\":null,\"byId\":{}}", Archived.class))
                .isEqualTo(new Archived("t", null, null, Map.of()));
    }

    @Test
    void anEventOfAnotherTypeIsAMismatchThatNamesBoth() throws Exception {
        String json = mapper().write(documented("0-stream-interrupted"));

        assertThatThrownBy(() -> mapper().read(json, StreamBeginEvent.class))
                .isInstanceOf(mismatch())
                .hasMessageContaining("a StreamEndEvent (event_type 0), not a StreamBeginEvent");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"event_type\":\"deadbeef\"}", "{\"event_type\":1,\"event_type\":\"deadbeef\"}"})
    void whatIsNoEventIsAMismatchWithAReasonButWithoutItsContent(String json) {
        assertThatThrownBy(() -> mapper().read(json, CallbackEvent.class))
                .isInstanceOf(mismatch())
                .hasMessageContaining("This is no event: ")
                .satisfies(failure -> assertThat(failure.getMessage()).doesNotContain("deadbeef"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "1", "\"x\"", "true"})
    void whatIsNoObjectIsAMismatch(String json) {
        assertThatThrownBy(() -> mapper().read(json, CallbackEvent.class)).isInstanceOf(mismatch());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "{\"event_type\":", "{\"event_type\":1,", "{\"event_type\":1,\"a\":[1", "{]"})
    void jsonThatEndsOrBreaksWithinAnEventIsAnError(String json) {
        assertThatThrownBy(() -> mapper().read(json, CallbackEvent.class))
                .isInstanceOf(Exception.class)
                .satisfies(failure ->
                        assertThat(failure.getClass().getPackageName()).contains("jackson"));
    }
}
