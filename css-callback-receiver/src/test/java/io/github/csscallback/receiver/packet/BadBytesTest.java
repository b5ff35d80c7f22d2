package io.github.csscallback.receiver.packet;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.csscallback.receiver.CallbackResponse;
import io.github.csscallback.receiver.Outcome;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies that are not text in UTF-8. All of them carry a signature that holds. */
class BadBytesTest {

    private static final String BEFORE = "{\"event_type\":100,\n\"file_id\":\"直";
    private static final String AFTER = "\"," + SignedPackets.SIGNATURE + "}";

    @ParameterizedTest
    @CsvSource({
        "c0af, overlong form of two bytes",
        "e080af, overlong form of three bytes",
        "f08080af, overlong form of four bytes",
        "c080, NUL in two bytes",
        "eda080, high half of a pair",
        "edb080, low half of a pair",
        "eda0bdedb491, both halves of a pair",
        "f4908080, beyond the last character",
        "f888808080, five bytes",
        "80, continuation alone",
        "e9, Latin-1",
        "b2a5, GBK",
        "fe, never in UTF-8",
        "ff, never in UTF-8",
        "c3, cut off by the quote",
        "e79b, cut off by the quote",
        "f09f94, cut off by the quote"
    })
    void areRejectedAtTheirFirstWrongByte(String hex, String what) {
        rejected(body(BEFORE, HexFormat.of().parseHex(hex), AFTER), "not UTF-8 (line 2, byte 15)", what);
    }

    @Test
    void areRejectedInANameToo() {
        rejected(
                body("{\"event_type\":100,\"file", new byte[] {(byte) 0xE9}, "\":1," + SignedPackets.SIGNATURE + "}"),
                "not UTF-8 (line 1, byte 24)",
                "Latin-1 in a name");
    }

    @Test
    void areRejectedBehindThePacketToo() {
        byte[] packet = SignedPackets.of("\"event_type\":100");
        rejected(
                body(new String(packet, StandardCharsets.UTF_8), new byte[] {(byte) 0xC3}, ""),
                "not UTF-8 (line 1, byte " + (packet.length + 1) + ")",
                "cut off at the end");
    }

    @Test
    void areRejectedAtTheVeryBeginningToo() {
        rejected(new byte[] {(byte) 0xFF, '{', '}'}, "not UTF-8 (line 1, byte 1)", "first byte");
    }

    @Test
    void aByteOrderMarkIsRejected() {
        rejected(
                body("\uFEFF", SignedPackets.of("\"event_type\":100"), ""),
                "begins with a byte order mark (line 1, byte 1)",
                "mark");
        rejected(
                "\uFEFF".getBytes(StandardCharsets.UTF_8),
                "begins with a byte order mark (line 1, byte 1)",
                "mark alone");
    }

    @Test
    void aByteOrderMarkElsewhereIsNoBlank() {
        rejected(
                body(" \uFEFF", SignedPackets.of("\"event_type\":100"), ""),
                "a value is missing (line 1, byte 2)",
                "mark behind a blank");
    }

    @Test
    void aByteOrderMarkInATextIsAnOrdinaryCharacter() {
        Counter counter = Counter.open();

        assertThat(counter.post(SignedPackets.of("\"event_type\":100,\"file_id\":\"\uFEFF1\""))
                        .status())
                .isEqualTo(200);
        assertThat(counter.dispatched().get(0).event().fields().text("file_id")).isEqualTo("\uFEFF1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16BE", "UTF-16LE", "UTF-32", "UTF-32BE", "UTF-32LE"})
    void anotherUnicodeEncodingIsNotGuessed(String charset) {
        byte[] body = new String(SignedPackets.of("\"event_type\":100"), StandardCharsets.UTF_8)
                .getBytes(Charset.forName(charset));
        Counter counter = Counter.open();

        CallbackResponse response = counter.post(body);

        assertThat(response.status()).isEqualTo(400);
        assertThat(response.outcome().kind()).isEqualTo(Outcome.Kind.UNREADABLE);
        assertThat(counter.dispatched()).isEmpty();
    }

    @Test
    void anEmptyBodyIsRejected() {
        rejected(new byte[0], "the body is empty", "nothing");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 0x1F, 0x7F, 0x0B, 0x0C})
    void aControlCharacterIsNoBlank(int control) {
        rejected(
                body(
                        "",
                        new byte[] {(byte) control},
                        new String(SignedPackets.of("\"event_type\":100"), StandardCharsets.UTF_8)),
                "a value is missing (line 1, byte 1)",
                "control character " + control);
    }

    private static void rejected(byte[] body, String reason, String what) {
        Counter counter = Counter.open();

        CallbackResponse response = counter.post(body);

        assertThat(response.status()).as(what).isEqualTo(400);
        assertThat(response.outcome().kind()).as(what).isEqualTo(Outcome.Kind.UNREADABLE);
        assertThat(response.outcome().explanation()).as(what).endsWith(reason);
        assertThat(counter.dispatched()).isEmpty();
    }

    private static byte[] body(String before, byte[] middle, String after) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(before.getBytes(StandardCharsets.UTF_8));
        body.writeBytes(middle);
        body.writeBytes(after.getBytes(StandardCharsets.UTF_8));
        return body.toByteArray();
    }
}
