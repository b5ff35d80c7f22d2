package io.github.csscallback.receiver.internal.read;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.csscallback.core.field.UnreadablePacketException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ForeignFormatTest {

    private static final String FORM = "a form (application/x-www-form-urlencoded)";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "appid=1&event_type=100|" + FORM,
                "event_type=100|" + FORM,
                "data[sign]=secret|" + FORM,
                "%7B%22sign%22%3A%22secret%22%7D=|" + FORM,
                "0=1|" + FORM,
                "' a.b-c*d+e=1'|" + FORM,
                "'Array\n(\n    [sign] => secret\n)'|a PHP array dump",
                "'array(2) {\n  [\"sign\"]=>'|a PHP array dump",
                "'array (\n  ''sign'' => ''secret'','|a PHP array dump",
                "<?xml version=\"1.0\"?><sign>secret</sign>|XML or HTML",
                "'\n  <html>'|XML or HTML",
                "--boundary|a form (multipart/form-data)",
                "Content-Disposition: form-data; name=\"sign\"|a form (multipart/form-data)",
            })
    void aBodyInAnotherFormatIsNamed(String body, String format) {
        assertRejected(body.getBytes(StandardCharsets.UTF_8), "not JSON: looks like " + format + " (line 1, byte 1)");
    }

    @Test
    void aCompressedBodyIsNamed() {
        assertRejected(
                new byte[] {0x1F, (byte) 0x8B, 8},
                "not JSON: looks like gzip: decompress it before the receiver reads it (line 1, byte 1)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "=", "=1", "a b=1", "a{=1", "a}=1", "a:=", "直=1", "/css?a=1", "array", "Nothing"})
    void anyOtherBodyHasTheReasonOfTheScanner(String body) {
        assertRejected(body.getBytes(StandardCharsets.UTF_8), "a value is missing (line 1, byte 1)");
    }

    @Test
    void aNegativeNumberIsNoForm() {
        assertRejected(new byte[] {'-'}, "the text ends too early (line 1, byte 2)");
    }

    @Test
    void aNameIsLookedForInTheBeginningOnly() {
        assertRejected(
                ("x".repeat(255) + "=1").getBytes(StandardCharsets.US_ASCII),
                "not JSON: looks like " + FORM + " (line 1, byte 1)");
        assertRejected(
                ("x".repeat(256) + "=1").getBytes(StandardCharsets.US_ASCII), "a value is missing (line 1, byte 1)");
    }

    private static void assertRejected(byte[] body, String message) {
        assertThatExceptionOfType(UnreadablePacketException.class)
                .isThrownBy(() -> new PacketReader(false).read(body))
                .withMessage(message);
    }
}
